package dev.steward.backlog.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of a release in its events.
///
/// @param itemIds at most 500
/// @param releasedAt null unless the status is RELEASED
record ReleaseState(
        UUID id,
        UUID productId,
        String name,
        ReleaseStatus status,
        List<UUID> itemIds,
        @Nullable Instant releasedAt) {

    static ReleaseState of(Release release) {
        return new ReleaseState(
                release.id(),
                release.productId(),
                release.name(),
                release.status(),
                release.itemIds(),
                release.releasedAt());
    }
}
