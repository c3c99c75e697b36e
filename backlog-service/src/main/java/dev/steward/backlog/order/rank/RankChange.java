package dev.steward.backlog.order.rank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/// The rank of an item before and after a change, as events hold it.
///
/// @param madeRoom true when nobody moved the item and it only made room for others
public record RankChange(
        UUID id,
        String from,
        String to,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean madeRoom) {

    public static RankChange of(UUID id, Rank from, Rank to) {
        return new RankChange(id, from.key(), to.key(), false);
    }

    public RankChange asMadeRoom() {
        return new RankChange(id, from, to, true);
    }
}
