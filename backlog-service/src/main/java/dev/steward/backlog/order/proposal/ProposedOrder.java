package dev.steward.backlog.order.proposal;

import static dev.steward.backlog.order.proposal.CurrentOrder.NOT_ASSESSED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Computes the order by score: pins are satisfied, items that are not assessed stay at their
/// position, all others fill the remaining places by score. Equal scores keep their present order.
///
/// An item that is not assessed moves only where pins force it to: its position is pinned to
/// another item, or other items are pinned to it. It then stands after as many assessed items as
/// now, which may shift it again: so the order is computed repeatedly until nothing moves, and
/// applying it twice moves nothing the second time.
///
/// Items are numbers here: their present positions. Costs n log n for n items, whatever is pinned.
final class ProposedOrder {

    /// Two passes are enough in all of millions of random orders; after more the result is still an
    /// order.
    private static final int MAX_PASSES = 8;

    static final int FREE = -1;

    private final long[] scores;
    private final PositionConstraints pins;
    private final int[] slots;
    private final FreePlaces free;
    private final BitSet held = new BitSet();
    private final Comparator<Integer> bestFirst;

    private ProposedOrder(long[] scores, PositionConstraints pins) {
        this.scores = scores;
        this.pins = pins;
        this.slots = new int[scores.length];
        this.free = new FreePlaces(scores.length);
        this.bestFirst =
                Comparator.<Integer>comparingLong(i -> scores[i])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder());
        Arrays.fill(slots, FREE);
    }

    /// @param scores scores of the open items by position
    /// @param pins without contradictions
    /// @return present position by new position
    static int[] of(long[] scores, PositionConstraints pins) {
        var order = new ProposedOrder(scores, pins).arrange();
        for (int pass = 1; pass < MAX_PASSES; pass++) {
            ProposalExecutor.checkNotCancelled();
            var before = order;
            var moved = IntStream.of(before).mapToLong(i -> scores[i]).toArray();
            var again = new ProposedOrder(moved, pins.after(before)).arrange();
            order = IntStream.of(again).map(i -> before[i]).toArray();
            if (Arrays.equals(order, before)) {
                return order;
            }
        }
        return order;
    }

    private int[] arrange() {
        pins.fixed().forEach(this::put);
        assign();
        new SlotFiller(slots, pins, wanted()).fill();
        return slots;
    }

    private void put(int slot, int item) {
        slots[slot] = item;
        free.take(slot);
    }

    private void assign() {
        for (int i = 0; i < slots.length; i++) {
            if (scores[i] == NOT_ASSESSED
                    && pins.isFree(i)
                    && !pins.isAnchor(i)
                    && slots[i] == FREE) {
                put(i, i);
                held.set(i);
            }
        }
        for (var slot : pins.fixedPlaces()) {
            var needed = pins.neededAbove(slot).size();
            while (free.above(slot) < needed) {
                release(held.previousSetBit(slot - 1));
            }
        }
        for (var slot : pins.fixedPlaces().reversed()) {
            var needed = pins.neededBelow(slot).size();
            while (free.below(slot) < needed) {
                release(held.nextSetBit(slot + 1));
            }
        }
    }

    private void release(int slot) {
        slots[slot] = FREE;
        free.release(slot);
        held.clear(slot);
    }

    /// The items for the free places, best first unless pins say otherwise.
    private int[] wanted() {
        var next = byScore();
        var wanted = IntStream.builder();
        int count = 0;
        int taken = 0;
        for (var place : pins.fixed().entrySet()) {
            var item = place.getValue();
            if (!pins.isAnchor(item)) {
                continue;
            }
            var group = withFollowers(item);
            var above = group.indexOf(item);
            while (count < free.above(place.getKey()) - above && taken < next.length) {
                count += addWithFollowers(wanted, next[taken++]);
            }
            group.remove(above);
            group.forEach(wanted::add);
            count += group.size();
        }
        while (taken < next.length) {
            count += addWithFollowers(wanted, next[taken++]);
        }
        return wanted.build().toArray();
    }

    private int addWithFollowers(IntStream.Builder wanted, int item) {
        if (!pins.isAnchor(item)) {
            wanted.add(item);
            return 1;
        }
        var group = withFollowers(item);
        group.forEach(wanted::add);
        return group.size();
    }

    /// Assessed items by score. An item without a score that cannot keep its place is inserted
    /// after as many assessed items as stand above it now.
    private int[] byScore() {
        var given =
                IntStream.range(0, scores.length)
                        .filter(i -> pins.isFree(i) && !held.get(i))
                        .toArray();
        var sorted =
                bestFirst(IntStream.of(given).filter(i -> scores[i] != NOT_ASSESSED).toArray());
        int next = 0;
        for (int i = 0; i < given.length; i++) {
            if (scores[given[i]] != NOT_ASSESSED) {
                given[i] = sorted[next++];
            }
        }
        return given;
    }

    /// Sorts without creating objects: by the number of the score among all scores, then by
    /// position.
    private int[] bestFirst(int[] items) {
        var distinct = IntStream.of(items).mapToLong(i -> scores[i]).sorted().distinct().toArray();
        return IntStream.of(items)
                .mapToLong(i -> {
                    var place = distinct.length - Arrays.binarySearch(distinct, scores[i]);
                    return ((long) place << Integer.SIZE) | i;
                })
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    /// The item together with the items that are pinned to it.
    private List<Integer> withFollowers(int item) {
        List<Integer> group = new ArrayList<>();
        if (pins.isAnchor(item)) {
            pins.followersAbove(item, bestFirst).forEach(i -> group.addAll(withFollowers(i)));
        }
        group.add(item);
        if (pins.isAnchor(item)) {
            pins.followersBelow(item, bestFirst).forEach(i -> group.addAll(withFollowers(i)));
        }
        return group;
    }
}
