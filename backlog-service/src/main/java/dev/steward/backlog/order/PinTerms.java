package dev.steward.backlog.order;

import dev.steward.platform.messaging.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a pin holds its item, why and how long.
///
/// @param position from 1, of POSITION
/// @param otherItemId of ABOVE and BELOW
/// @param until the last UTC day on which it counts; null: until it is removed
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
