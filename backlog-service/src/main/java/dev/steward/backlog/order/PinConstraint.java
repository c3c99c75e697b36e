package dev.steward.backlog.order;

import java.util.Set;
import java.util.UUID;

/// The constraint of an active pin on the order.
///
/// @param id id of the pin
record PinConstraint(UUID id, UUID item, Place place) {

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
