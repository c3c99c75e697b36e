package dev.steward.backlog.order;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Gives items of a whole order new ranks, and only to those that cannot keep theirs.
final class Reranking {

    private final List<RankedItem> all;
    private final List<UUID> order;
    private final BitSet kept;
    private final Rank end;
    private final Map<UUID, Rank> before = new HashMap<>();
    private final NavigableSet<Rank> standing = new TreeSet<>();

    /// @param all items of the product by their ranks so far, dropped ones included
    /// @param order the open ones, as they shall stand
    /// @param kept positions in the new order whose items keep their ranks
    /// @param end the rank of the next new item
    Reranking(List<RankedItem> all, List<UUID> order, BitSet kept, Rank end) {
        this.all = all;
        this.order = order;
        this.kept = kept;
        this.end = end;
        all.forEach(item -> {
            before.put(item.id(), item.rank());
            standing.add(item.rank());
        });
        moving().forEach(i -> standing.remove(before.get(order.get(i))));
    }

    private IntStream moving() {
        return IntStream.range(0, order.size()).filter(i -> !kept.get(i));
    }

    /// @return the moved items, in the new order; where some place has become too narrow for its
    ///   keys, everything that stands elsewhere after all ranks were spread anew
    List<Shift> shifts() {
        try {
            return intoTheGaps();
        } catch (Crowded crowded) {
            return spreadAnew();
        }
    }

    private List<Shift> intoTheGaps() throws Crowded {
        List<Shift> shifts = new ArrayList<>();
        Rank above = null;
        for (int i = 0; i < order.size(); ) {
            if (kept.get(i)) {
                above = before.get(order.get(i++));
            } else {
                var next = kept.nextSetBit(i);
                var run = order.subList(i, next < 0 ? order.size() : next);
                shifts.addAll(into(gapBelow(above), run));
                i += run.size();
            }
        }
        return shifts;
    }

    private List<Shift> into(Gap gap, List<UUID> run) throws Crowded {
        var ranks = gap.spread(run.size());
        if (ranks.stream().anyMatch(Rank::isTooLong)) {
            throw new Crowded(gap);
        }
        return IntStream.range(0, run.size())
                .mapToObj(i -> shift(run.get(i), ranks.get(i)))
                .toList();
    }

    private Shift shift(UUID item, Rank to) {
        return Shift.of(item, requireNonNull(before.get(item), "an item without a rank"), to);
    }

    private Gap gapBelow(@Nullable Rank above) {
        var below = above == null ? first() : standing.higher(above);
        if (below != null) {
            return new Gap(above, below);
        }
        return new Gap(above, above == null || above.isAbove(end) ? end : null);
    }

    private @Nullable Rank first() {
        return standing.isEmpty() ? null : standing.first();
    }

    private List<Shift> spreadAnew() {
        var ranks = new Gap(null, end).spread(all.size());
        var moved = moving().mapToObj(order::get).collect(toSet());
        Iterator<UUID> open = order.iterator();
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    var item = all.get(i).open() ? open.next() : all.get(i).id();
                    var shift = shift(item, ranks.get(i));
                    return moved.contains(item) ? shift : shift.asRoom();
                })
                .filter(shift -> !shift.from().equals(shift.to()))
                .toList();
    }
}
