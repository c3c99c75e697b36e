package dev.steward.feedback.link;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A link to be created or updated.
@Schema(name = "NewFeedbackLink")
public record NewLink(
        @Schema(description = "Id or key of an item of the same product.", examples = "SHOP-142")
                @NotBlank
                @Size(max = 50)
                String itemId,
        @Schema(
                        description =
                                "SOLVES: the item is what the entry asks for, and its votes count for the item. Other kinds only relate the two. Default: SOLVES.")
                @Nullable LinkKind kind,
        @Schema(
                        description =
                                "How much those who did not say want the item: 0 (nice to have) to 3 (must have). Default: 1.")
                @Nullable
                @Min(0)
                @Max(3)
                Integer importance) {

    /// A link of the kind SOLVES.
    public static NewLink solvedBy(UUID itemId, @Nullable Integer importance) {
        return new NewLink(itemId.toString(), LinkKind.SOLVES, importance);
    }

    LinkKind kindOrSolves() {
        return kind == null ? LinkKind.SOLVES : kind;
    }
}
