package dev.steward.feedback.promotion;

import dev.steward.feedback.entry.Feedback;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The item to create, where it differs from what follows from the entry.
@Schema(name = "NewFeedbackPromotion")
record NewPromotion(
        @Schema(
                        description =
                                "Type of the item. Default: BUG for an entry of kind PROBLEM, otherwise STORY.")
                @Nullable ItemType type,
        @Schema(
                        description =
                                "Title of the item. Default: the title of the entry, cut at a word when it is longer than 250 characters. Required when the entry came without a title.")
                @Nullable
                @Size(min = 1, max = ItemTitle.MAX_LENGTH)
                String title,
        @Schema(
                        description =
                                "Description of the item, in Markdown, read by every member of the product. Default: none; the text of the entry is not copied.")
                @Nullable
                @Size(max = 30_000)
                String description,
        @Schema(
                        description =
                                "How much those who did not say want the item: 0 (nice to have) to 3 (must have). Default: 1.")
                @Nullable
                @Min(0)
                @Max(3)
                Integer importance) {

    static final NewPromotion DEFAULTS = new NewPromotion(null, null, null, null);

    ItemType typeFor(Feedback entry) {
        return type == null ? ItemType.defaultFor(entry.kind()) : type;
    }

    /// @throws TitleRequired when neither the request nor the entry has a title
    String titleFor(Feedback entry) {
        return ItemTitle.of(title == null ? entry.title().stream() : Stream.of(title));
    }

    @Nullable String descriptionIfGiven() {
        return description == null || description.isBlank() ? null : description;
    }
}
