package dev.steward.backlog.order.proposal;

import static java.util.Objects.requireNonNull;

import dev.steward.backlog.order.pin.PinView;
import java.util.Set;
import java.util.UUID;

/// The constraint of an active pin on the order.
///
/// @param id id of the pin
record PinConstraint(UUID id, UUID item, Place place) {

    static PinConstraint of(PinView pin) {
        return new PinConstraint(
                pin.id(),
                pin.item().id(),
                switch (pin.place()) {
                    case TOP -> new Place.Position(1);
                    case POSITION -> new Place.Position(requireNonNull(pin.position()));
                    case ABOVE -> new Place.Above(requireNonNull(pin.other()).id());
                    case BELOW -> new Place.Below(requireNonNull(pin.other()).id());
                });
    }

    /// The pinned item and the item that it is pinned to.
    Set<UUID> items() {
        return switch (place) {
            case Place.Position _ -> Set.of(item);
            case Place.Above(UUID other) -> Set.of(item, other);
            case Place.Below(UUID other) -> Set.of(item, other);
        };
    }

    sealed interface Place {

        /// Position among the open items, from 1; beyond the last one it means the last.
        record Position(int number) implements Place {}

        /// Above the item; directly above it unless other pins prevent that.
        record Above(UUID item) implements Place {}

        /// Below the item; directly below it unless other pins prevent that.
        record Below(UUID item) implements Place {}
    }
}
