package dev.steward.backlog.order.proposal;

import java.util.Arrays;
import java.util.BitSet;

/// Finds the items that can keep their ranks when one order becomes another: a longest sequence of
/// items whose relative order is the same in both. Items at the same position in both orders always
/// belong to it: they are weighted more than all others together.
final class LongestKeptSequence {

    private LongestKeptSequence() {}

    /// @param before old position by new position
    /// @return new positions of the items that keep their ranks
    static BitSet of(int[] before) {
        var heaviest = new Heaviest(before.length);
        var previous = new int[before.length];
        for (int i = 0; i < before.length; i++) {
            previous[i] = heaviest.endingBelow(before[i]);
            heaviest.put(i, before[i], weight(i, before), previous[i]);
        }
        var kept = new BitSet(before.length);
        for (int i = heaviest.endingBelow(before.length); i >= 0; i = previous[i]) {
            kept.set(i);
        }
        return kept;
    }

    private static long weight(int i, int[] before) {
        return before[i] == i ? before.length + 1L : 1;
    }

    /// Heaviest sequence up to each old position: a binary indexed tree of maxima.
    private static final class Heaviest {

        private final long[] weights;
        private final int[] tree;

        Heaviest(int size) {
            this.weights = new long[size];
            this.tree = new int[size + 1];
            Arrays.fill(tree, -1);
        }

        /// Last item of the heaviest sequence whose old positions are all smaller than this one; -1
        /// when there is none.
        int endingBelow(int position) {
            var best = -1;
            for (int at = position; at > 0; at -= at & -at) {
                best = heavier(best, tree[at]);
            }
            return best;
        }

        void put(int item, int position, long weight, int previous) {
            weights[item] = weight + (previous < 0 ? 0 : weights[previous]);
            for (int at = position + 1; at < tree.length; at += at & -at) {
                tree[at] = heavier(tree[at], item);
            }
        }

        private int heavier(int one, int other) {
            if (one < 0 || other < 0) {
                return Math.max(one, other);
            }
            return weights[other] > weights[one] ? other : one;
        }
    }
}
