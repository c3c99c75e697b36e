package dev.steward.backlog.order;

import dev.steward.platform.messaging.Aggregate;
import dev.steward.platform.messaging.Changes;
import dev.steward.platform.messaging.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Items have other ranks now. The whole order is no part of it: it may be a million items.
///
/// @param moves at most 1,000, which fit into an event whatever their keys
/// @param part from 1
record OrderChanged(
        UUID productId,
        long version,
        long orderVersion,
        List<Shift> moves,
        int part,
        int parts,
        @Nullable String reason)
        implements DomainEvent {

    static final String AGGREGATE = "order";
    static final int MOST_MOVES = 1_000;

    record State(long orderVersion) {}

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
        return Changes.none().fact("moves", moves).fact("part", part).fact("parts", parts);
    }

    @Override
    public State state() {
        return new State(orderVersion);
    }
}
