package dev.steward.feedback.link;

import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.item.ItemReference;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A link in an answer.
@Schema(name = "FeedbackLink")
public record LinkView(
        @Schema(description = "Id of the link.") UUID id,
        @Schema(description = "Increases by 1 with every change.") long version,
        @Schema(description = "Id of the feedback entry.") UUID feedbackId,
        @Schema(description = "The item that the entry is linked to.") ItemReference item,
        @Schema(
                        description =
                                "SOLVES: the item is what the entry asks for, and its votes count for the item. Other kinds only relate the two.")
                LinkKind kind,
        @Schema(
                        description =
                                "How much those who did not say want the item: 0 (nice to have) to 3 (must have). Null counts as 1.")
                @Nullable Integer importance,
        @Schema(
                        description =
                                "Only in the answer to a POST, otherwise null: status of the entry now. Linked to a released item it is SHIPPED at once, and nobody is told.")
                @Nullable FeedbackStatus feedbackStatus,
        @Schema(
                        description =
                                "Only in the answer to a POST, otherwise null: whether the link was created, updated or left as it was.")
                FeedbackLinking.@Nullable Result result) {

    static LinkView of(Link link, ItemReference item) {
        return view(link, item, null, null);
    }

    public static LinkView of(FeedbackLinking.Linked linked, ItemReference item) {
        return view(linked.link(), item, linked.status(), linked.result());
    }

    private static LinkView view(
            Link link,
            ItemReference item,
            @Nullable FeedbackStatus status,
            FeedbackLinking.@Nullable Result result) {
        return new LinkView(
                link.id(),
                link.version(),
                link.feedbackId(),
                item,
                link.kind(),
                link.importance(),
                status,
                result);
    }
}
