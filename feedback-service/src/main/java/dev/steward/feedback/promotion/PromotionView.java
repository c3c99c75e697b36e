package dev.steward.feedback.promotion;

import dev.steward.feedback.link.LinkView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which item an entry was promoted to.
@Schema(name = "FeedbackPromotion")
record PromotionView(
        UUID itemId,
        UUID feedbackId,
        @Schema(description = "Absent where it was removed since.") @Nullable LinkView link) {}
