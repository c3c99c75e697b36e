package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.proposal.ManualMoveQuery.ManualMove;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds the manual moves that a new order would reverse: the move put an item above others (or
/// below them), and the new order puts one of these back on the other side.
///
/// A move has passed the items that stand now between the item and its former place. A move that
/// was reversed since has passed nothing and is not listed.
final class UndoneMoves {

    private final CurrentOrder current;
    private final Map<UUID, Integer> positions;
    private final int[] after;
    private final Extremes extremes;

    /// @param moves manual moves to check
    /// @param after new position by present position
    UndoneMoves(CurrentOrder current, Collection<ManualMove> moves, int[] after) {
        this.current = current;
        this.positions =
                current.positions(moves.stream().map(ManualMove::item).collect(Collectors.toSet()));
        this.after = after;
        this.extremes = new Extremes(after);
    }

    boolean undoes(ManualMove move) {
        var now = positions.get(move.item());
        if (now == null) {
            return false;
        }
        var origin = current.countAbove(move.from());
        return origin > now
                ? extremes.lowest(now + 1, origin) < after[now]
                : extremes.highest(origin, now) > after[now];
    }

    /// Minimum and maximum of any range of numbers, by a segment tree.
    private static final class Extremes {

        private final int size;
        private final int[] lowest;
        private final int[] highest;

        Extremes(int[] numbers) {
            size = numbers.length;
            lowest = new int[2 * size];
            System.arraycopy(numbers, 0, lowest, size, size);
            highest = lowest.clone();
            for (int node = size - 1; node > 0; node--) {
                lowest[node] = Math.min(lowest[2 * node], lowest[2 * node + 1]);
                highest[node] = Math.max(highest[2 * node], highest[2 * node + 1]);
            }
        }

        int lowest(int from, int to) {
            int found = Integer.MAX_VALUE;
            for (int low = from + size, high = to + size; low < high; low /= 2, high /= 2) {
                if (low % 2 == 1) {
                    found = Math.min(found, lowest[low++]);
                }
                if (high % 2 == 1) {
                    found = Math.min(found, lowest[--high]);
                }
            }
            return found;
        }

        int highest(int from, int to) {
            int found = Integer.MIN_VALUE;
            for (int low = from + size, high = to + size; low < high; low /= 2, high /= 2) {
                if (low % 2 == 1) {
                    found = Math.max(found, highest[low++]);
                }
                if (high % 2 == 1) {
                    found = Math.max(found, highest[--high]);
                }
            }
            return found;
        }
    }
}
