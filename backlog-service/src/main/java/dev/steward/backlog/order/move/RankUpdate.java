package dev.steward.backlog.order.move;

import static java.util.Objects.requireNonNull;

import dev.steward.backlog.order.move.Move.Target;
import dev.steward.backlog.order.rank.Gap;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import dev.steward.backlog.order.rank.RankNeighbours;
import dev.steward.backlog.order.rank.Ranks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rank changes of one request: computed in memory, written by one statement at the end. When a
/// rank would become too long it writes what it has, spreads the ranks around that place and
/// continues.
final class RankUpdate {

    /// Maximum length after spreading: leaves space for a hundred more insertions at one place.
    private static final int COMFORTABLE = Rank.MAX_LENGTH / 2;

    private static final int FIRST_NEIGHBOURHOOD = 16;

    private final Ranks stored;
    private final UUID productId;
    private final Collection<UUID> named;
    private final Rank end;
    private final long version;
    private final Map<UUID, Rank> before = new HashMap<>();
    private final Map<UUID, Rank> now = new HashMap<>();
    private OrderSection section;

    /// @param end rank of the next new item
    RankUpdate(Ranks stored, UUID productId, Collection<UUID> named, Rank end, long version) {
        this.stored = stored;
        this.productId = productId;
        this.named = named;
        this.end = end;
        this.version = version;
        this.section = load();
    }

    boolean allows(Target.Between target) {
        return section.isAbove(target.after(), target.before());
    }

    void apply(Move move) {
        while (true) {
            try {
                section.apply(move);
                return;
            } catch (NoRankSpace noSpace) {
                write();
                spread(noSpace.gap());
                section = load();
            }
        }
    }

    Rank rankOf(UUID item) {
        return requireNonNull(now.get(item), "the item was not loaded");
    }

    /// @return items with another rank than at the beginning, in the new order
    List<RankChange> finish() {
        write();
        return before.entrySet().stream()
                .filter(item -> !item.getValue().equals(rankOf(item.getKey())))
                .sorted(Comparator.comparing(item -> rankOf(item.getKey())))
                .map(item -> RankChange.of(item.getKey(), item.getValue(), rankOf(item.getKey())))
                .toList();
    }

    private OrderSection load() {
        var neighbours = stored.neighboursOf(named);
        neighbours.forEach(this::remember);
        return new OrderSection(neighbours, stored.rankRange(productId), end);
    }

    private void remember(RankNeighbours neighbours) {
        before.putIfAbsent(neighbours.item(), neighbours.rank());
        now.putIfAbsent(neighbours.item(), neighbours.rank());
    }

    private void write() {
        write(
                named.stream()
                        .filter(item -> !section.rankOf(item).equals(rankOf(item)))
                        .collect(Collectors.toMap(item -> item, section::rankOf)));
    }

    private void write(Map<UUID, Rank> ranks) {
        stored.write(ranks, version);
        now.putAll(ranks);
    }

    /// Spreads more and more ranks around the place until there is space; the whole order always
    /// has some.
    private void spread(Gap noSpace) {
        for (int width = FIRST_NEIGHBOURHOOD; ; width *= 4) {
            var neighbourhood = neighbourhood(noSpace, width);
            var ranks = neighbourhood.gap().spread(neighbourhood.items().size());
            if (neighbourhood.isWhole(width)
                    || ranks.stream().allMatch(rank -> rank.key().length() <= COMFORTABLE)) {
                Map<UUID, Rank> spread = new LinkedHashMap<>();
                for (int i = 0; i < ranks.size(); i++) {
                    spread.put(neighbourhood.items().get(i), ranks.get(i));
                }
                write(spread);
                return;
            }
        }
    }

    /// @param gap between the nearest items outside, or the ends of the order
    private record Neighbourhood(List<UUID> items, Gap gap, int seen) {

        boolean isWhole(int width) {
            return seen <= width;
        }
    }

    private Neighbourhood neighbourhood(Gap noSpace, int width) {
        var above = stored.atOrAbove(productId, noSpace.above(), width + 1);
        // Starts at the upper edge of the gap: an item that is about to move out of it is still
        // inside.
        var below = stored.below(productId, noSpace.above(), width + 1);
        List<RankNeighbours> inside = new ArrayList<>();
        inside.addAll(above.stream().limit(width).toList());
        inside.addAll(below.stream().limit(width).toList());
        inside.sort(Comparator.comparing(RankNeighbours::rank));
        inside.forEach(this::remember);
        var upper = above.size() > width ? above.get(width).rank() : null;
        var lower = below.size() > width ? below.get(width).rank() : null;
        return new Neighbourhood(
                inside.stream().map(RankNeighbours::item).toList(),
                new Gap(upper, lower == null ? end : lower),
                Math.max(above.size(), below.size()));
    }
}
