package dev.steward.backlog.order;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.order.PinConstraint.Place;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A pin, as people see it.
///
/// @param other the item above or below which it holds its own
/// @param until the last UTC day on which it counts
/// @param active whether proposals keep it: not when it is over, or an item of it is dropped
@Schema(name = "Pin")
record PinView(
        UUID id,
        ItemReference item,
        PinPlace place,
        @Nullable Integer position,
        @Nullable ItemReference other,
        String reason,
        @Nullable LocalDate until,
        boolean active,
        Instant setAt,
        Person setBy,
        long version) {

    PinConstraint pinned() {
        return new PinConstraint(
                id,
                item.id(),
                switch (place) {
                    case TOP -> new Place.Position(1);
                    case POSITION -> new Place.Position(Objects.requireNonNull(position));
                    case ABOVE -> new Place.Above(Objects.requireNonNull(other).id());
                    case BELOW -> new Place.Below(Objects.requireNonNull(other).id());
                });
    }

    /// What it takes in an answer, roughly.
    long bytes() {
        return 1_000 + LongRows.bytes(reason, item.title(), other == null ? null : other.title());
    }

    String etag() {
        return Representation.etag(version, active, item, String.valueOf(other));
    }
}
