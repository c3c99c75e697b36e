package dev.steward.backlog.order.move;

import dev.steward.platform.web.problem.Conflict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The items named as `after` and `before` no longer stand in this order.
final class NeighboursMoved extends Conflict {

    /// @param next item directly below `after` now; null when it is the last
    /// @param previous item directly above `before` now; null when it is the first
    NeighboursMoved(Move.Target.Between named, @Nullable UUID next, @Nullable UUID previous) {
        super(
                "neighbours-moved",
                "The item named as after no longer stands above the one named as before.");
        fact(
                "neighbours",
                Map.of(
                        "after", neighbour(named.after(), "next", next),
                        "before", neighbour(named.before(), "previous", previous)));
    }

    private static Map<String, Object> neighbour(UUID item, String side, @Nullable UUID neighbour) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", item);
        facts.put(side, neighbour);
        return facts;
    }
}
