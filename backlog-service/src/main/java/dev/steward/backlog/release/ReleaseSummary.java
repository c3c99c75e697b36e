package dev.steward.backlog.release;

import dev.steward.backlog.ApiTexts;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A release in a list.
@Schema(name = "ReleaseSummary")
record ReleaseSummary(
        @Schema(description = "Id of the release.") UUID id,
        @Schema(description = "Name of the release.") String name,
        @Schema(
                        description =
                                "PLANNED: its items can still change. RELEASED: its items count as"
                                        + " released. ROLLED_BACK: final; its items are free for"
                                        + " another release.")
                ReleaseStatus status,
        @Schema(description = "Number of items in the release.") int itemCount,
        @Schema(description = "When it was released (UTC); null unless the status is RELEASED.")
                @Nullable Instant releasedAt,
        @Schema(description = "When it was created (UTC).") Instant createdAt,
        @Schema(description = ApiTexts.VERSION) long version) {

    static ReleaseSummary of(Release release) {
        return new ReleaseSummary(
                release.id(),
                release.name(),
                release.status(),
                release.itemIds().size(),
                release.releasedAt(),
                release.createdAt(),
                release.version());
    }
}
