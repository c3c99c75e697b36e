package dev.steward.backlog.release;

import dev.steward.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A release in full.
///
/// @param items with the statuses that they show now
/// @param releasedAt only while it is RELEASED
@Schema(name = "Release")
record ReleaseView(
        UUID id,
        UUID productId,
        String name,
        ReleaseStatus status,
        List<ReleaseItem> items,
        @Nullable Instant releasedAt,
        Instant createdAt,
        long version) {

    static ReleaseView of(Release release, List<ReleaseItem> items) {
        return new ReleaseView(
                release.id(),
                release.productId(),
                release.name(),
                release.status(),
                items,
                release.releasedAt(),
                release.createdAt(),
                release.version());
    }

    String etag() {
        return Representation.etag(version, items.toString());
    }
}
