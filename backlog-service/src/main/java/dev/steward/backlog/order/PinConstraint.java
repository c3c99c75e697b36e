package dev.steward.backlog.order;

import java.util.Set;
import java.util.UUID;

/// A pin that counts: what it demands of the order.
///
/// @param id the pin's
record PinConstraint(UUID id, UUID item, Place place) {

    /// All that it names.
    Set<UUID> items() {
        return switch (place) {
            case Place.Position _ -> Set.of(item);
            case Place.Above(UUID other) -> Set.of(item, other);
            case Place.Below(UUID other) -> Set.of(item, other);
        };
    }

    sealed interface Place {

        /// Counted among the open items, from 1; beyond the last one it means the last.
        record Position(int number) implements Place {}

        /// Somewhere above, and directly above where nothing else is demanded.
        record Above(UUID item) implements Place {}

        /// Somewhere below, and directly below where nothing else is demanded.
        record Below(UUID item) implements Place {}
    }
}
