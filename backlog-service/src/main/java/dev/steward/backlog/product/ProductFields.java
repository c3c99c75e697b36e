package dev.steward.backlog.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The fields of a product that can be updated.
@Schema(name = "ProductPatch", description = "What a merge patch may set; null deletes.")
record ProductFields(
        @Schema(description = "Name of the product, at most 200 characters.")
                @NotBlank
                @Size(max = 200)
                String name,
        @Schema(
                        description =
                                "What the product is, at most 5,000 characters; null when there is"
                                        + " none.")
                @Nullable
                @Size(max = 5_000)
                String description) {}
