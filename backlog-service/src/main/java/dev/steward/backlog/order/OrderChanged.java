package dev.steward.backlog.order;

import dev.steward.backlog.order.rank.RankChange;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ranks of items have changed. Does not hold the whole order, which can be a million items.
///
/// @param reorder the whole change, of which this event is one part
public record OrderChanged(
        UUID productId, long version, long orderVersion, Reorder.Summary reorder, Part part)
        implements DomainEvent {

    static final String AGGREGATE = "order";
    public static final int MAX_MOVES = 1_000;

    record State(long orderVersion) {}

    /// @param moves at most 1,000, which always fit into an event
    /// @param number from 1
    public record Part(List<RankChange> moves, int number, int of) {}

    @Override
    public Aggregate aggregate() {
        return new Aggregate(AGGREGATE, productId, version);
    }

    @Override
    public String happened() {
        return "changed";
    }

    @Override
    public Changes changes() {
        return Changes.none()
                .fact("kind", reorder.kind())
                .fact("count", reorder.moved())
                .fact("moves", part.moves())
                .fact("part", part.number())
                .fact("parts", part.of());
    }

    @Override
    public State state() {
        return new State(orderVersion);
    }

    @Override
    public @Nullable String reason() {
        return reorder.reason();
    }
}
