package dev.steward.backlog.order.move;

import static java.util.Objects.requireNonNull;

import dev.steward.backlog.order.move.Move.Target;
import dev.steward.backlog.order.rank.Gap;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankNeighbours;
import dev.steward.backlog.order.rank.RankRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The part of an order that a request needs: the items it names and the space around each.
/// Thousands of moves are computed here without asking the database again.
///
/// All other items keep their ranks, so the space between two of them stays the same; only its
/// content changes.
final class OrderSection {

    /// @param room space between the nearest items that the request does not name
    /// @param seen the same without dropped items, as people see it
    private record Place(Rank rank, Room room, Room seen) {

        Place at(Rank other) {
            return new Place(other, room, seen);
        }
    }

    private record Room(@Nullable Rank above, @Nullable Rank below) {}

    private final Map<UUID, Place> places = new HashMap<>();
    private final NavigableMap<Rank, UUID> ranks = new TreeMap<>();
    private final Room top;
    private final Room bottom;
    private final Room topSeen;
    private final Room bottomSeen;
    private final Rank end;

    /// @param named all items that the moves name
    /// @param rankRange first and last rank of the product
    /// @param end rank of the next new item; items moved to the bottom stay above it
    OrderSection(Collection<RankNeighbours> named, RankRange rankRange, Rank end) {
        this.end = end;
        var sorted = named.stream().sorted(Comparator.comparing(RankNeighbours::rank)).toList();
        sorted.forEach(neighbours -> ranks.put(neighbours.rank(), neighbours.item()));
        Map<Rank, @Nullable Rank> below = new HashMap<>();
        Map<Rank, @Nullable Rank> belowSeen = new HashMap<>();
        for (var neighbours : sorted.reversed()) {
            below.put(neighbours.rank(), beyond(neighbours.below(), below));
            belowSeen.put(neighbours.rank(), beyond(neighbours.seen().below(), belowSeen));
        }
        Map<Rank, @Nullable Rank> above = new HashMap<>();
        Map<Rank, @Nullable Rank> aboveSeen = new HashMap<>();
        for (var neighbours : sorted) {
            var rank = neighbours.rank();
            above.put(rank, beyond(neighbours.above(), above));
            aboveSeen.put(rank, beyond(neighbours.seen().above(), aboveSeen));
            places.put(
                    neighbours.item(),
                    new Place(
                            rank,
                            new Room(above.get(rank), below.get(rank)),
                            new Room(aboveSeen.get(rank), belowSeen.get(rank))));
        }
        this.top = new Room(null, beyond(rankRange.first(), below));
        this.bottom = new Room(beyond(rankRange.last(), above), null);
        this.topSeen = new Room(null, beyond(rankRange.firstOpen(), belowSeen));
        this.bottomSeen = new Room(beyond(rankRange.lastOpen(), aboveSeen), null);
    }

    /// The nearest rank that is not of a named item.
    private static @Nullable Rank beyond(
            @Nullable Rank neighbour, Map<Rank, @Nullable Rank> known) {
        return neighbour != null && known.containsKey(neighbour) ? known.get(neighbour) : neighbour;
    }

    Rank rankOf(UUID item) {
        return place(item).rank();
    }

    boolean isAbove(UUID above, UUID below) {
        return rankOf(above).isAbove(rankOf(below));
    }

    /// Gives the moved items their new ranks; does nothing when they are there already.
    ///
    /// @throws NoRankSpace when the space is too narrow: no item of this move has a new rank then,
    ///   and this section must not be used any more
    void apply(Move move) throws NoRankSpace {
        if (isDone(move)) {
            return;
        }
        var moving = move.items().stream().map(item -> place(item).rank()).toList();
        moving.forEach(ranks::remove);
        var at = placeAt(move.target());
        var gap = gapAt(move.target(), at.room());
        var found = gap.spread(move.items().size());
        if (found.stream().anyMatch(Rank::isTooLong)) {
            throw new NoRankSpace(gap);
        }
        for (int i = 0; i < found.size(); i++) {
            ranks.put(found.get(i), move.items().get(i));
            places.put(move.items().get(i), at.at(found.get(i)));
        }
    }

    /// Whether the visible order already is as requested.
    private boolean isDone(Move move) {
        var items = move.items();
        for (int i = 1; i < items.size(); i++) {
            if (!follows(items.get(i - 1), items.get(i))) {
                return false;
            }
        }
        return switch (move.target()) {
            case Target.Top _ -> isFirst(items.getFirst());
            case Target.Bottom _ -> isLast(items.getLast());
            case Target.After(UUID item) -> follows(item, items.getFirst());
            case Target.Before(UUID item) -> follows(items.getLast(), item);
            case Target.Between(UUID after, UUID _) -> follows(after, items.getFirst());
        };
    }

    private boolean follows(UUID above, UUID below) {
        return place(above).seen().equals(place(below).seen())
                && rankOf(below).equals(ranks.higherKey(rankOf(above)));
    }

    private boolean isFirst(UUID item) {
        return place(item).seen().above() == null && rankOf(item).equals(firstRank());
    }

    private boolean isLast(UUID item) {
        return place(item).seen().below() == null && rankOf(item).equals(lastRank());
    }

    /// A place at the target, whose rank is not known yet.
    private Place placeAt(Target target) {
        return switch (target) {
            case Target.Top _ -> new Place(end, top, topSeen);
            case Target.Bottom _ -> new Place(end, bottom, bottomSeen);
            case Target.After(UUID item) -> place(item);
            case Target.Before(UUID item) -> place(item);
            case Target.Between(UUID after, UUID _) -> place(after);
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
        return requireNonNull(places.get(item), "the request does not name the item");
    }
}
