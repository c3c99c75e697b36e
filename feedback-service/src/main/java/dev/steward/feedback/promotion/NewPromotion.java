package dev.steward.feedback.promotion;

import dev.steward.feedback.entry.Feedback;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What shall become of an entry, where it differs from what the entry says.
@Schema(name = "NewFeedbackPromotion")
record NewPromotion(
        @Schema(description = "Default: BUG for a PROBLEM, else STORY.") @Nullable ItemType type,
        @Schema(
                        description =
                                "Default: the entry's, cut at a word where it is longer. An entry without a title of its own needs one here: its text is its author's.")
                @Nullable
                @Size(min = 1, max = ItemTitle.MAX_LENGTH)
                String title,
        @Schema(
                        description =
                                "Markdown. Default: none: the entry's text is its author's, who may have it erased; who promotes chooses what of it every member reads.")
                @Nullable
                @Size(max = 30_000)
                String description,
        @Schema(
                        description =
                                "0 to 3: how much the entry's voices want the item, where they do not say; absent: 1.")
                @Nullable
                @Min(0)
                @Max(3)
                Integer importance) {

    static final NewPromotion DEFAULTS = new NewPromotion(null, null, null, null);

    private static Stream<String> titleOf(Feedback entry) {
        return entry.isUntitled() ? Stream.empty() : Stream.of(entry.title());
    }

    /// @throws NoTitle where nothing says one
    Promotion of(Feedback entry, UUID itemId) {
        return new Promotion(
                itemId,
                entry.productId(),
                entry.id(),
                type == null ? ItemType.defaultFor(entry.kind()) : type,
                ItemTitle.of(title == null ? titleOf(entry) : Stream.of(title)),
                description == null || description.isBlank() ? null : description);
    }
}
