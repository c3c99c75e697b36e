package dev.steward.backlog.order;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An order proposed for a product, and how it differs from the one that is.
final class Proposal {

    /// @param from position so far, counted from 0
    /// @param to position proposed
    record Moved(RankedItem item, int from, int to) {}

    private final List<RankedItem> all;
    private final List<RankedItem> open;
    private final List<UUID> order;
    private final Map<UUID, Integer> positions;
    private final int[] before;
    private final BitSet kept;
    private final Set<UUID> pinned;

    /// @param all items of the product by rank
    /// @param demands without contradictions
    Proposal(List<RankedItem> all, Collection<Pinned> pins, PinDemands demands) {
        this.all = all;
        this.open = open(all);
        this.order = ProposedOrder.of(open.stream().map(RankedItem::candidate).toList(), demands);
        this.positions = positions(order);
        var current = positions(open.stream().map(RankedItem::id).toList());
        this.before = order.stream().mapToInt(current::get).toArray();
        this.kept = Kept.of(before);
        this.pinned = pins.stream().map(Pinned::item).collect(Collectors.toSet());
    }

    static List<RankedItem> open(List<RankedItem> all) {
        return all.stream().filter(RankedItem::open).toList();
    }

    /// In the order so far.
    List<RankedItem> open() {
        return open;
    }

    /// As few as lead from one order to the other, by their new positions.
    List<Moved> moves() {
        return IntStream.range(0, order.size())
                .filter(to -> !kept.get(to))
                .mapToObj(to -> new Moved(open.get(before[to]), before[to], to))
                .toList();
    }

    /// The new position for each one so far.
    int[] after() {
        var after = new int[before.length];
        for (int to = 0; to < before.length; to++) {
            after[before[to]] = to;
        }
        return after;
    }

    /// Whether it has no say in this because too little is known of it.
    boolean stays(RankedItem item) {
        return !item.candidate().isAssessed() && !pinned.contains(item.id());
    }

    /// @param end the rank of the next new item
    List<Shift> shifts(Rank end) {
        return new Reranking(all, order, kept, end).shifts();
    }

    /// In the new order, from 1.
    long positionOf(UUID item) {
        return requireNonNull(positions.get(item), "an item that is not in the order") + 1;
    }

    private static Map<UUID, Integer> positions(List<UUID> order) {
        return IntStream.range(0, order.size()).boxed().collect(toMap(order::get, i -> i));
    }
}
