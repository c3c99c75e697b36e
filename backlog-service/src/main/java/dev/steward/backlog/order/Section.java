package dev.steward.backlog.order;

import static java.util.Objects.requireNonNull;

import dev.steward.backlog.order.Move.Target;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a request needs to know of the order, and not more: the items it names and the room around
/// each. Thousands of moves are worked out here without asking the database again.
///
/// All other items keep their ranks, so the room between two of them stays where it is; only what
/// stands inside it changes.
final class Section {

    /// @param room between the nearest items that the request does not name
    private record Place(Rank rank, Room room) {}

    private record Room(@Nullable Rank above, @Nullable Rank below) {}

    private final Map<UUID, Place> places = new HashMap<>();
    private final NavigableMap<Rank, UUID> ranks = new TreeMap<>();
    private final @Nullable Rank firstOther;
    private final @Nullable Rank lastOther;
    private final Rank end;

    /// @param named all items that the moves name
    /// @param extent the first and the last rank of the product
    /// @param end the rank that the next new item will have: whatever is moved to the bottom stays
    ///   above
    Section(Collection<Standing> named, Extent extent, Rank end) {
        this.end = end;
        var sorted = named.stream().sorted(Comparator.comparing(Standing::rank)).toList();
        sorted.forEach(standing -> ranks.put(standing.rank(), standing.item()));
        Map<Rank, @Nullable Rank> below = new HashMap<>();
        for (var standing : sorted.reversed()) {
            below.put(standing.rank(), beyond(standing.below(), below));
        }
        Map<Rank, @Nullable Rank> above = new HashMap<>();
        for (var standing : sorted) {
            above.put(standing.rank(), beyond(standing.above(), above));
            var room = new Room(above.get(standing.rank()), below.get(standing.rank()));
            places.put(standing.item(), new Place(standing.rank(), room));
        }
        this.firstOther = beyond(extent.first(), below);
        this.lastOther = beyond(extent.last(), above);
    }

    /// Across named neighbours to the first one that is not named.
    private static @Nullable Rank beyond(
            @Nullable Rank neighbour, Map<Rank, @Nullable Rank> known) {
        return neighbour != null && known.containsKey(neighbour) ? known.get(neighbour) : neighbour;
    }

    Rank rankOf(UUID item) {
        return place(item).rank();
    }

    boolean stands(UUID above, UUID below) {
        return rankOf(above).isAbove(rankOf(below));
    }

    /// Gives the moved items their new ranks.
    ///
    /// @throws Crowded when the room has become too narrow: no item of this move has a new rank
    ///   then, and this section is of no more use
    void apply(Move move) throws Crowded {
        var moving = move.items().stream().map(item -> place(item).rank()).toList();
        moving.forEach(ranks::remove);
        var room = roomAt(move.target());
        var gap = gapAt(move.target(), room);
        var found = gap.spread(move.items().size());
        if (found.stream().anyMatch(Rank::isTooLong)) {
            throw new Crowded(gap);
        }
        for (int i = 0; i < found.size(); i++) {
            ranks.put(found.get(i), move.items().get(i));
            places.put(move.items().get(i), new Place(found.get(i), room));
        }
    }

    private Room roomAt(Target target) {
        return switch (target) {
            case Target.Top _ -> new Room(null, firstOther);
            case Target.Bottom _ -> new Room(lastOther, null);
            case Target.After(UUID item) -> place(item).room();
            case Target.Before(UUID item) -> place(item).room();
            case Target.Between(UUID after, UUID _) -> place(after).room();
        };
    }

    private Gap gapAt(Target target, Room room) {
        return switch (target) {
            case Target.Top _ -> new Gap(null, nearer(room.below(), firstRank()));
            case Target.Bottom _ -> atTheEnd(farther(room.above(), lastRank()));
            case Target.After(UUID item) -> after(rankOf(item), room);
            case Target.Between(UUID item, UUID _) -> after(rankOf(item), room);
            case Target.Before(UUID item) ->
                    new Gap(farther(room.above(), ranks.lowerKey(rankOf(item))), rankOf(item));
        };
    }

    private Gap after(Rank rank, Room room) {
        var below = nearer(room.below(), ranks.higherKey(rank));
        return below == null ? atTheEnd(rank) : new Gap(rank, below);
    }

    private Gap atTheEnd(@Nullable Rank last) {
        return new Gap(last, last == null || last.isAbove(end) ? end : null);
    }

    private @Nullable Rank firstRank() {
        return ranks.isEmpty() ? null : ranks.firstKey();
    }

    private @Nullable Rank lastRank() {
        return ranks.isEmpty() ? null : ranks.lastKey();
    }

    private static @Nullable Rank nearer(@Nullable Rank one, @Nullable Rank other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAbove(other) ? one : other;
    }

    private static @Nullable Rank farther(@Nullable Rank one, @Nullable Rank other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAbove(other) ? other : one;
    }

    private Place place(UUID item) {
        return requireNonNull(places.get(item), "an item that the request did not name");
    }
}
