package dev.steward.backlog.release;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A release in full.
@Schema(name = "Release")
record ReleaseView(
        @Schema(description = "Id of the release.") UUID id,
        @Schema(description = "Id of the product that the release belongs to.") UUID productId,
        @Schema(description = "Name of the release.") String name,
        @Schema(
                        description =
                                "PLANNED: its items can still change. RELEASED: its items count as"
                                        + " released. ROLLED_BACK: final; its items are free for"
                                        + " another release.")
                ReleaseStatus status,
        @Schema(description = "The items in the release with their present status.")
                List<ReleaseItem> items,
        @Schema(description = "When it was released (UTC); null unless the status is RELEASED.")
                @Nullable Instant releasedAt,
        @Schema(description = "When it was created (UTC).") Instant createdAt,
        @Schema(description = ApiTexts.VERSION) long version)
        implements Tagged {

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

    @Override
    public String etag() {
        return Representation.etag(version, items.toString());
    }
}
