package dev.steward.backlog.release;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A release in a list.
///
/// @param releasedAt only while it is RELEASED
@Schema(name = "ReleaseSummary")
record ReleaseSummary(
        UUID id,
        String name,
        ReleaseStatus status,
        int itemCount,
        @Nullable Instant releasedAt,
        Instant createdAt,
        long version) {

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
