package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.rank.Gap;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import java.util.BitSet;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Computes new ranks for a whole order; only items that cannot keep theirs get a new one.
final class Reranking {

    private final CurrentOrder current;
    private final int[] before;
    private final BitSet kept;
    private final Rank end;
    private final BitSet moving = new BitSet();

    /// Consecutive items in the new order that all get new ranks.
    ///
    /// @param from new position of the first
    /// @param count number of items
    private record Run(int from, int count, Gap gap) {

        Stream<Rank> ranks() {
            return gap.ranks(count);
        }
    }

    /// @param before the open items in the new order: present position by new position
    /// @param kept new positions of items that keep their ranks
    /// @param end rank of the next new item
    Reranking(CurrentOrder current, int[] before, BitSet kept, Rank end) {
        this.current = current;
        this.before = before;
        this.kept = kept;
        this.end = end;
        for (int to = kept.nextClearBit(0); to < before.length; to = kept.nextClearBit(to + 1)) {
            moving.set(current.indexOf(before[to]));
        }
    }

    /// Passes the new ranks of the moved items to the consumer, in the new order. When some place
    /// has become too narrow, all ranks are spread and each item with another rank is passed.
    void rankChanges(Consumer<RankChange> receiver) {
        if (runs().anyMatch(run -> run.ranks().anyMatch(Rank::isTooLong))) {
            spreadAll(receiver);
        } else {
            runs().forEach(run -> emit(run, receiver));
        }
    }

    private Stream<Run> runs() {
        return Stream.iterate(
                        run(0),
                        run -> run.from() < before.length,
                        run -> run(run.from() + run.count()))
                .filter(run -> run.count() > 0);
    }

    /// The next run at or after a position.
    private Run run(int from) {
        var first = kept.nextClearBit(from);
        if (first >= before.length) {
            return new Run(before.length, 0, new Gap(null, null));
        }
        var next = kept.nextSetBit(first);
        return new Run(
                first,
                (next < 0 ? before.length : next) - first,
                first == 0 ? gapBelow(-1) : gapBelow(current.indexOf(before[first - 1])));
    }

    /// @param index index of an item that keeps its rank; -1 for the top
    private Gap gapBelow(int index) {
        var above = index < 0 ? null : current.rank(index);
        var next = moving.nextClearBit(index + 1);
        if (next < current.size()) {
            return new Gap(above, current.rank(next));
        }
        return new Gap(above, above == null || above.isAbove(end) ? end : null);
    }

    private void emit(Run run, Consumer<RankChange> receiver) {
        Iterator<Rank> ranks = run.ranks().iterator();
        for (int to = run.from(); to < run.from() + run.count(); to++) {
            receiver.accept(rankChange(current.indexOf(before[to]), ranks.next()));
        }
    }

    private RankChange rankChange(int index, Rank to) {
        return RankChange.of(current.id(index), current.rank(index), to);
    }

    private void spreadAll(Consumer<RankChange> receiver) {
        var ranks = new Gap(null, end).ranks(current.size()).iterator();
        var open = IntStream.of(before).iterator();
        for (int i = 0; i < current.size(); i++) {
            var index = current.isOpen(i) ? current.indexOf(open.nextInt()) : i;
            var rankChange = rankChange(index, ranks.next());
            if (!rankChange.from().equals(rankChange.to())) {
                receiver.accept(moving.get(index) ? rankChange : rankChange.asMadeRoom());
            }
        }
    }
}
