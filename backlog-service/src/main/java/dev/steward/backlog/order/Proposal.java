package dev.steward.backlog.order;

import java.util.BitSet;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An order proposed for a product, and how it differs from the one that is.
final class Proposal {

    /// @param from position so far, counted from 0
    /// @param to position proposed
    record Moved(int from, int to) {}

    private final CurrentOrder current;
    private final int[] before;
    private final BitSet kept;
    private final BitSet pinned = new BitSet();

    /// @param pins of open items only, and no two that contradict each other
    Proposal(CurrentOrder current, Collection<PinConstraint> pins, PositionConstraints constraints) {
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

    /// As few as lead from one order to the other, by their new positions.
    ///
    /// @param behind only to new positions after this one; -1 for all
    Stream<Moved> moves(int behind) {
        return IntStream.range(behind + 1, before.length)
                .filter(to -> !kept.get(to))
                .mapToObj(to -> new Moved(before[to], to));
    }

    /// The new position for each one so far.
    int[] after() {
        var after = new int[before.length];
        for (int to = 0; to < before.length; to++) {
            after[before[to]] = to;
        }
        return after;
    }

    /// Positions of those that have no say in this because too little is known of them.
    IntStream staying() {
        return IntStream.range(0, before.length)
                .filter(i -> !current.isAssessed(i) && !pinned.get(i));
    }

    /// Tells who gets another rank, in the new order.
    ///
    /// @param end the rank of the next new item
    void rankChanges(Rank end, Consumer<RankChange> told) {
        new Reranking(current, before, kept, end).rankChanges(told);
    }
}
