package dev.steward.backlog.order.pin;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.ItemReference;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A pin, as answers show it.
@Schema(name = "Pin")
public record PinView(
        @Schema(description = "Id of the pin.") UUID id,
        @Schema(description = "The pinned item.") ItemReference item,
        @Schema(description = PinFields.PLACE) PinPlace place,
        @Schema(description = PinFields.POSITION) @Nullable Integer position,
        @Schema(
                        description =
                                "The item that the pinned item stays above or below; null unless"
                                        + " `place` is ABOVE or BELOW.")
                @Nullable ItemReference other,
        @Schema(description = "Why the item is pinned.") String reason,
        @Schema(description = PinFields.EXPIRES) @Nullable LocalDate until,
        @Schema(
                        description =
                                "Whether proposals keep the pin. False when its last day is over or"
                                        + " one of its items is dropped.")
                boolean active,
        @Schema(description = "When the pin was created (UTC).") Instant setAt,
        @Schema(description = "Who created it.") Person setBy,
        @Schema(description = ApiTexts.VERSION) long version)
        implements Tagged {

    /// Estimated size in an answer, in bytes.
    long bytes() {
        return 1_000
                + SizeLimitedPage.bytes(reason, item.title(), other == null ? null : other.title());
    }

    @Override
    public String etag() {
        return Representation.etag(version, active, item, String.valueOf(other));
    }
}
