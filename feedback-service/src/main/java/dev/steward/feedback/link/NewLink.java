package dev.steward.feedback.link;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item that an entry is about.
@Schema(name = "NewFeedbackLink")
public record NewLink(
        @Schema(description = "The item's id or key.", examples = "SHOP-142")
                @NotBlank
                @Size(max = 50)
                String itemId,
        @Schema(description = "Default: SOLVES.") @Nullable LinkKind kind,
        @Schema(
                        description =
                                "0 to 3: how much the entry's voices want the item, where they do not say; absent: 1.")
                @Nullable
                @Min(0)
                @Max(3)
                Integer importance) {

    /// That the item is what the entry asks for.
    public static NewLink solvedBy(UUID itemId, @Nullable Integer importance) {
        return new NewLink(itemId.toString(), LinkKind.SOLVES, importance);
    }

    LinkKind kindOrSolves() {
        return kind == null ? LinkKind.SOLVES : kind;
    }
}
