package dev.steward.feedback.link;

import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.item.ItemReference;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A link as a caller may see it.
@Schema(name = "FeedbackLink")
public record LinkView(
        UUID id,
        long version,
        UUID feedbackId,
        ItemReference item,
        LinkKind kind,
        @Nullable Integer importance,
        @Schema(
                        description =
                                "Where the entry stands after a POST; linked to a released item it has SHIPPED and nobody is told.")
                @Nullable FeedbackStatus feedbackStatus,
        @Schema(description = "What a POST did.") FeedbackLinking.@Nullable Result result) {

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
