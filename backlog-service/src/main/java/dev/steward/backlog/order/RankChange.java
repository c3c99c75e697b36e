package dev.steward.backlog.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/// An item's rank before and after, in events.
///
/// @param madeRoom nobody moved it: it only made room for others
record RankChange(
        UUID id,
        String from,
        String to,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean madeRoom) {

    static RankChange of(UUID id, Rank from, Rank to) {
        return new RankChange(id, from.key(), to.key(), false);
    }

    RankChange asMadeRoom() {
        return new RankChange(id, from, to, true);
    }
}
