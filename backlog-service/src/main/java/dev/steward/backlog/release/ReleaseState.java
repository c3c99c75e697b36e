package dev.steward.backlog.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release as its events show it.
///
/// @param itemIds at most 500
/// @param releasedAt only while it is RELEASED
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
