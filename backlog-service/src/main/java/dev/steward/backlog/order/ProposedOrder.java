package dev.steward.backlog.order;

import static dev.steward.backlog.order.CurrentOrder.NOT_ASSESSED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The order that scores advise: pins are kept, items that are not assessed stay at their position,
/// all others fill the remaining places by score, equals in the order in which they stand.
///
/// What is not assessed gives way only where pins leave it no choice: its position is pinned to
/// another item, or others are pinned to it. It then stands after as many assessed ones as now, and
/// where that is may shift them in turn: so the order is arranged anew until nothing moves, and
/// applying it twice moves nothing the second time.
///
/// Items are numbers here, their positions so far. Costs n log n for n items, whatever is pinned.
final class ProposedOrder {

    /// Two are enough in all of millions of random orders; what needs more would still be an order.
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

    /// @param scores of the open items, by position
    /// @param pins without contradictions
    /// @return by new position the one so far
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

    /// What is to fill the free places, in the sequence that is best where no pin says otherwise.
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

    /// The assessed ones by score; in between, after as many of them as stand above it now, what
    /// has no score and cannot keep its place.
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

    /// Sorts without an object for each: by the number of the score among all that there are, and
    /// by position where it is the same.
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

    /// The item between those that are pinned to it.
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
