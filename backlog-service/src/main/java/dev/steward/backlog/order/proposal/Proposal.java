package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import java.util.BitSet;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A proposed order of a product, compared with the present one.
final class Proposal {

    /// @param from present position, from 0
    /// @param to proposed position, from 0
    record Moved(int from, int to) {}

    private final CurrentOrder current;
    private final int[] before;
    private final BitSet kept;
    private final BitSet pinned = new BitSet();

    /// @param pins pins of open items that do not contradict each other
    Proposal(
            CurrentOrder current, Collection<PinConstraint> pins, PositionConstraints constraints) {
        this.current = current;
        this.before = ProposedOrder.of(current.scores(), constraints);
        ProposalExecutor.checkNotCancelled();
        this.kept = LongestKeptSequence.of(before);
        pins.forEach(pin -> pinned.set(constraints.position(pin.item())));
    }

    CurrentOrder current() {
        return current;
    }

    int moveCount() {
        return before.length - kept.cardinality();
    }

    /// The smallest set of moves that leads from one order to the other, by proposed position.
    ///
    /// @param behind only proposed positions after this one; -1 for all
    Stream<Moved> moves(int behind) {
        return IntStream.range(behind + 1, before.length)
                .filter(to -> !kept.get(to))
                .mapToObj(to -> new Moved(before[to], to));
    }

    /// Proposed position by present position.
    int[] after() {
        var after = new int[before.length];
        for (int to = 0; to < before.length; to++) {
            after[before[to]] = to;
        }
        return after;
    }

    /// Positions of the items that stay because too little is known of them.
    IntStream staying() {
        return IntStream.range(0, before.length)
                .filter(i -> !current.isAssessed(i) && !pinned.get(i));
    }

    /// Passes each rank that changes to the consumer, in the new order.
    ///
    /// @param end rank of the next new item
    void rankChanges(Rank end, Consumer<RankChange> receiver) {
        new Reranking(current, before, kept, end).rankChanges(receiver);
    }
}
