package dev.steward.backlog.order;

import static java.util.stream.Collectors.toMap;

import dev.steward.backlog.order.ManualMoves.ManualMove;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Tells which manual moves a new order undoes: a move put an item above others (or below them),
/// and the new order puts one of these back on the other side.
///
/// What a move has passed is what stands now between the item and where it came from. So a move
/// that somebody has reversed since has passed nothing and is not listed.
final class Undoing {

    private final List<Rank> ranks;
    private final Map<UUID, Integer> positions;
    private final int[] after;
    private final Extremes extremes;

    /// @param open the items as they stand
    /// @param after the new position for each one so far
    Undoing(List<RankedItem> open, int[] after) {
        this.ranks = open.stream().map(RankedItem::rank).toList();
        this.positions =
                IntStream.range(0, open.size())
                        .boxed()
                        .collect(toMap(i -> open.get(i).id(), Function.identity()));
        this.after = after;
        this.extremes = new Extremes(after);
    }

    boolean undoes(ManualMove move) {
        var now = positions.get(move.item());
        if (now == null) {
            return false;
        }
        var origin = countAbove(move.from());
        return origin > now
                ? extremes.lowest(now + 1, origin) < after[now]
                : extremes.highest(origin, now) > after[now];
    }

    private int countAbove(Rank rank) {
        var found = Collections.binarySearch(ranks, rank);
        return found < 0 ? -found - 1 : found;
    }

    /// Lowest and highest of any range of numbers at once: tables of ranges of 1, 2, 4, … numbers.
    private static final class Extremes {

        private final int[][] lowest;
        private final int[][] highest;

        Extremes(int[] numbers) {
            var levels = 32 - Integer.numberOfLeadingZeros(Math.max(1, numbers.length));
            lowest = new int[levels][];
            highest = new int[levels][];
            lowest[0] = numbers;
            highest[0] = numbers;
            for (int level = 1; level < levels; level++) {
                var half = 1 << (level - 1);
                var above = level - 1;
                var ranges = numbers.length - (1 << level) + 1;
                lowest[level] =
                        IntStream.range(0, ranges)
                                .map(i -> Math.min(lowest[above][i], lowest[above][i + half]))
                                .toArray();
                highest[level] =
                        IntStream.range(0, ranges)
                                .map(i -> Math.max(highest[above][i], highest[above][i + half]))
                                .toArray();
            }
        }

        int lowest(int from, int to) {
            if (from >= to) {
                return Integer.MAX_VALUE;
            }
            var level = level(to - from);
            return Math.min(lowest[level][from], lowest[level][to - (1 << level)]);
        }

        int highest(int from, int to) {
            if (from >= to) {
                return Integer.MIN_VALUE;
            }
            var level = level(to - from);
            return Math.max(highest[level][from], highest[level][to - (1 << level)]);
        }

        private static int level(int length) {
            return 31 - Integer.numberOfLeadingZeros(length);
        }
    }
}
