package dev.steward.backlog.order.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.order.move.Move.Target;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankNeighbours;
import dev.steward.backlog.order.rank.RankRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// Moving items in a section has the same result as moving elements of a list.
class OrderSectionPropertiesTest {

    @Property(tries = 2000)
    void movesAsInAList(@ForAll @IntRange(min = 4, max = 30) int size, @ForAll Random random)
            throws NoRankSpace {
        var list = items(size);
        var ranks = ranks(list);
        var moves = moves(list, random, 1 + random.nextInt(6));

        var section = section(named(moves), ranks, Set.of());
        for (var move : moves) {
            if (move.target() instanceof Target.Between(UUID after, UUID before)) {
                assertThat(section.isAbove(after, before))
                        .isEqualTo(list.indexOf(after) < list.indexOf(before));
                if (!section.isAbove(after, before)) {
                    continue;
                }
            }
            section.apply(move);
            applyToList(move, list);
        }

        named(moves).forEach(item -> ranks.put(item, section.rankOf(item)));
        assertThat(ranks.values()).doesNotHaveDuplicates();
        assertThat(list).isSortedAccordingTo(Comparator.comparing(ranks::get));
        assertThat(ranks.values()).allMatch(rank -> rank.isAbove(Rank.ofNumber(size + 1L)));
    }

    @Property(tries = 2000)
    void changesNothingWhereNobodyWouldSeeIt(
            @ForAll @IntRange(min = 4, max = 12) int size, @ForAll Random random)
            throws NoRankSpace {
        var list = items(size);
        var ranks = ranks(list);
        var move = move(list, random);
        var dropped =
                list.stream()
                        .filter(item -> !named(List.of(move)).contains(item))
                        .filter(_ -> random.nextBoolean())
                        .collect(Collectors.toSet());
        var seen = new ArrayList<>(list);
        seen.removeAll(dropped);
        var after = new ArrayList<>(seen);
        applyToList(move, after);

        var section = section(named(List.of(move)), ranks, dropped);
        Assume.that(
                !(move.target() instanceof Target.Between(UUID above, UUID below))
                        || section.isAbove(above, below));
        section.apply(move);

        assertThat(
                        move.items().stream()
                                .allMatch(item -> section.rankOf(item).equals(ranks.get(item))))
                .isEqualTo(after.equals(seen));
    }

    private static List<UUID> items(int size) {
        return LongStream.rangeClosed(1, size)
                .mapToObj(number -> new UUID(0, number))
                .collect(ArrayList::new, List::add, List::addAll);
    }

    private static Map<UUID, Rank> ranks(List<UUID> items) {
        Map<UUID, Rank> ranks = new HashMap<>();
        items.forEach(item -> ranks.put(item, Rank.ofNumber(item.getLeastSignificantBits())));
        return ranks;
    }

    private static OrderSection section(Set<UUID> named, Map<UUID, Rank> ranks, Set<UUID> dropped) {
        var open =
                ranks.entrySet().stream()
                        .filter(item -> !dropped.contains(item.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toCollection(TreeSet::new));
        var sorted = ranks.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        var neighbours =
                IntStream.range(0, sorted.size())
                        .filter(i -> named.contains(sorted.get(i).getKey()))
                        .mapToObj(i ->
                                new RankNeighbours(
                                        sorted.get(i).getKey(),
                                        sorted.get(i).getValue(),
                                        rank(sorted, i - 1),
                                        rank(sorted, i + 1),
                                        new RankNeighbours.Neighbours(
                                                open.lower(sorted.get(i).getValue()),
                                                open.higher(sorted.get(i).getValue()))))
                        .toList();
        var rankRange =
                new RankRange(
                        sorted.getFirst().getValue(),
                        sorted.getLast().getValue(),
                        open.first(),
                        open.last());
        return new OrderSection(neighbours, rankRange, Rank.ofNumber(ranks.size() + 1L));
    }

    private static @Nullable Rank rank(List<Map.Entry<UUID, Rank>> sorted, int i) {
        return i < 0 || i >= sorted.size() ? null : sorted.get(i).getValue();
    }

    private static List<Move> moves(List<UUID> items, Random random, int count) {
        return IntStream.range(0, count).mapToObj(_ -> move(items, random)).toList();
    }

    private static Move move(List<UUID> items, Random random) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        var one = shuffled.removeLast();
        var other = shuffled.removeLast();
        var moved = List.copyOf(shuffled.subList(0, 1 + random.nextInt(shuffled.size())));
        var target =
                switch (random.nextInt(5)) {
                    case 0 -> new Target.Top();
                    case 1 -> new Target.Bottom();
                    case 2 -> new Target.After(one);
                    case 3 -> new Target.Before(one);
                    default -> new Target.Between(one, other);
                };
        return new Move(moved, target, null);
    }

    private static Set<UUID> named(List<Move> moves) {
        Set<UUID> named = new LinkedHashSet<>();
        for (var move : moves) {
            named.addAll(move.items());
            named.addAll(move.target().neighbours());
        }
        return named;
    }

    private static void applyToList(Move move, List<UUID> list) {
        list.removeAll(move.items());
        var at =
                switch (move.target()) {
                    case Target.Top _ -> 0;
                    case Target.Bottom _ -> list.size();
                    case Target.After(UUID item) -> list.indexOf(item) + 1;
                    case Target.Before(UUID item) -> list.indexOf(item);
                    case Target.Between(UUID item, UUID _) -> list.indexOf(item) + 1;
                };
        list.addAll(at, move.items());
    }
}
