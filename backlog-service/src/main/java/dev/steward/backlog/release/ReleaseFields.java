package dev.steward.backlog.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What people set of a release, as requests write it.
///
/// @param itemIds ids or keys
@Schema(name = "ReleasePatch", description = "What a merge patch may set.")
record ReleaseFields(
        @NotBlank @Size(max = MAX_NAME_LENGTH) String name,
        @NotNull @Size(max = MAX_ITEMS) List<@NotBlank @Size(max = 64) String> itemIds) {

    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_ITEMS = 500;

    static ReleaseFields of(Release release) {
        return new ReleaseFields(
                release.name(), release.itemIds().stream().map(UUID::toString).toList());
    }
}
