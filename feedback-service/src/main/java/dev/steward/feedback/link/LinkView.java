package dev.steward.feedback.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.steward.feedback.item.Item;
import dev.steward.feedback.item.ItemReference;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A link as a caller may see it.
@Schema(name = "FeedbackLink")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkView(
        UUID id,
        long version,
        UUID feedbackId,
        ItemReference item,
        LinkKind kind,
        @Nullable Integer importance,
        @Schema(description = "What a POST did.") Linking.@Nullable Result result) {

    static LinkView of(Link link, Item item, Linking.@Nullable Result result) {
        return new LinkView(
                link.id(),
                link.version(),
                link.feedbackId(),
                ItemReference.of(item),
                link.kind(),
                link.importance(),
                result);
    }
}
