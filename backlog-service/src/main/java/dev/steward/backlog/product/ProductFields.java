package dev.steward.backlog.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What can be changed of a product.
@Schema(name = "ProductPatch", description = "What a merge patch may set; null deletes.")
record ProductFields(
        @NotBlank @Size(max = 200) String name, @Nullable @Size(max = 5_000) String description) {}
