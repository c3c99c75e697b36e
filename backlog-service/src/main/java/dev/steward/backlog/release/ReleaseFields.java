package dev.steward.backlog.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The fields of a release that a request can set.
@Schema(name = "ReleasePatch", description = "What a merge patch may set.")
record ReleaseFields(
        @Schema(description = "Name of the release, at most 200 characters.")
                @NotBlank
                @Size(max = MAX_NAME_LENGTH)
                String name,
        @Schema(
                        description =
                                "Ids or keys of all items in the release, at most 500. The list"
                                        + " replaces the present one.")
                @NotNull
                @Size(max = MAX_ITEMS)
                List<@NotBlank @Size(max = 64) String> itemIds) {

    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_ITEMS = 500;

    static ReleaseFields of(Release release) {
        return new ReleaseFields(
                release.name(), release.itemIds().stream().map(UUID::toString).toList());
    }
}
