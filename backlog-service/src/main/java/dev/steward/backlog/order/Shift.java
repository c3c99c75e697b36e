package dev.steward.backlog.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/// An item's rank before and after, in events.
///
/// @param madeRoom nobody moved it: it only made room for others
record Shift(
        UUID id,
        String from,
        String to,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean madeRoom) {

    static Shift of(UUID id, Rank from, Rank to) {
        return new Shift(id, from.key(), to.key(), false);
    }

    Shift asRoom() {
        return new Shift(id, from, to, true);
    }
}
