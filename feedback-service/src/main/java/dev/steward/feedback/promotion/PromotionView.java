package dev.steward.feedback.promotion;

import dev.steward.feedback.link.LinkView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The item that an entry was promoted to, in an answer.
@Schema(name = "FeedbackPromotion")
record PromotionView(
        @Schema(description = "Id of the item that the entry was promoted to.") UUID itemId,
        @Schema(description = "Id of the feedback entry.") UUID feedbackId,
        @Schema(
                        description =
                                "The link from the entry to the item; null when it was removed since.")
                @Nullable LinkView link) {}
