package dev.steward.backlog.order;

import java.util.UUID;

/// A pin that counts: what it demands of the order.
///
/// @param id the pin's
record Pinned(UUID id, UUID item, Place place) {

    sealed interface Place {

        /// Counted among the open items, from 1; beyond the last one it means the last.
        record Position(int number) implements Place {}

        /// Somewhere above, and directly above where nothing else is demanded.
        record Above(UUID item) implements Place {}

        /// Somewhere below, and directly below where nothing else is demanded.
        record Below(UUID item) implements Place {}
    }
}
