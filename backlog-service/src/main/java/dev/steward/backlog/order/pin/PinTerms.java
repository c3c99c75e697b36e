package dev.steward.backlog.order.pin;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Place, reason and last day of a pin.
///
/// @param position from 1; only with POSITION
/// @param otherItemId only with ABOVE or BELOW
/// @param until last UTC day on which the pin counts; null: until it is deleted
@Embeddable
record PinTerms(
        @Enumerated(EnumType.STRING) PinPlace place,
        @Nullable Integer position,
        @Column(name = "other_item_id") @Nullable UUID otherItemId,
        String reason,
        @Nullable LocalDate until) {

    Changes changesTo(PinTerms to) {
        return Changes.of("place", place, to.place)
                .and("position", position, to.position)
                .and("otherItemId", otherItemId, to.otherItemId)
                .and("reason", reason, to.reason)
                .and("until", until, to.until);
    }
}
