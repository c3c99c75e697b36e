package dev.steward.backlog.order;

import java.util.BitSet;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Gives items of a whole order new ranks, and only to those that cannot keep theirs.
final class Reranking {

    private final CurrentOrder current;
    private final int[] before;
    private final BitSet kept;
    private final Rank end;
    private final BitSet moving = new BitSet();

    /// Items that follow each other in the new order, none of which keeps its rank.
    ///
    /// @param from new position of the first
    /// @param count how many there are
    private record Run(int from, int count, Gap gap) {

        Stream<Rank> ranks() {
            return gap.ranks(count);
        }
    }

    /// @param before the open items as they shall stand: by new position the one so far
    /// @param kept new positions whose items keep their ranks
    /// @param end the rank of the next new item
    Reranking(CurrentOrder current, int[] before, BitSet kept, Rank end) {
        this.current = current;
        this.before = before;
        this.kept = kept;
        this.end = end;
        for (int to = kept.nextClearBit(0); to < before.length; to = kept.nextClearBit(to + 1)) {
            moving.set(current.indexOf(before[to]));
        }
    }

    /// Tells of the moved items, in the new order; where some place has become too narrow for its
    /// keys, of everything that stands elsewhere after all ranks were spread anew.
    void rankChanges(Consumer<RankChange> told) {
        if (runs().anyMatch(run -> run.ranks().anyMatch(Rank::isTooLong))) {
            spreadAnew(told);
        } else {
            runs().forEach(run -> tell(run, told));
        }
    }

    private Stream<Run> runs() {
        return Stream.iterate(
                        run(0),
                        run -> run.from() < before.length,
                        run -> run(run.from() + run.count()))
                .filter(run -> run.count() > 0);
    }

    /// From the next position on whose item moves.
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

    /// @param index of an item that keeps its rank; -1 for the top
    private Gap gapBelow(int index) {
        var above = index < 0 ? null : current.rank(index);
        var next = moving.nextClearBit(index + 1);
        if (next < current.size()) {
            return new Gap(above, current.rank(next));
        }
        return new Gap(above, above == null || above.isAbove(end) ? end : null);
    }

    private void tell(Run run, Consumer<RankChange> told) {
        Iterator<Rank> ranks = run.ranks().iterator();
        for (int to = run.from(); to < run.from() + run.count(); to++) {
            told.accept(rankChange(current.indexOf(before[to]), ranks.next()));
        }
    }

    private RankChange rankChange(int index, Rank to) {
        return RankChange.of(current.id(index), current.rank(index), to);
    }

    private void spreadAnew(Consumer<RankChange> told) {
        var ranks = new Gap(null, end).ranks(current.size()).iterator();
        var open = IntStream.of(before).iterator();
        for (int i = 0; i < current.size(); i++) {
            var index = current.isOpen(i) ? current.indexOf(open.nextInt()) : i;
            var rankChange = rankChange(index, ranks.next());
            if (!rankChange.from().equals(rankChange.to())) {
                told.accept(moving.get(index) ? rankChange : rankChange.asMadeRoom());
            }
        }
    }
}
