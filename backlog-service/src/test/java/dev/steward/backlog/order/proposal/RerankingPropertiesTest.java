package dev.steward.backlog.order.proposal;

import static dev.steward.backlog.order.proposal.RankedItemFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.order.proposal.RankedItemFixture.RankedItem;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.RankChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RerankingPropertiesTest {

    @Property(tries = 1000)
    void ranksFollowTheNewOrderAndOnlyTheMovedOnesChange(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll Random random) {
        var all = items(size, random);
        var order = shuffled(all, random);
        var kept = kept(all, order);

        var rankChanges = rankChanges(all, order, kept);

        var ranks = ranksAfter(all, rankChanges);
        assertThat(order).isSortedAccordingTo(Comparator.comparing(ranks::get));
        assertThat(ranks.values())
                .doesNotHaveDuplicates()
                .allMatch(rank -> rank.isAbove(end(size)));
        assertThat(rankChanges.stream().map(RankChange::id))
                .containsExactlyElementsOf(
                        IntStream.range(0, order.size())
                                .filter(i -> !kept.get(i))
                                .mapToObj(order::get)
                                .toList());
    }

    @Property(tries = 200)
    void spreadsAllAnewWhereKeysWouldBecomeTooLong(
            @ForAll @IntRange(min = 4, max = 40) int size, @ForAll Random random) {
        var all = noSpace(items(size, random));
        var order = shuffled(all, random);

        var rankChanges = rankChanges(all, order, kept(all, order));

        var ranks = ranksAfter(all, rankChanges);
        assertThat(order).isSortedAccordingTo(Comparator.comparing(ranks::get));
        assertThat(ranks.values()).doesNotHaveDuplicates().noneMatch(Rank::isTooLong);
    }

    private static List<RankChange> rankChanges(
            List<RankedItem> all, List<UUID> order, BitSet kept) {
        List<RankChange> rankChanges = new ArrayList<>();
        new Reranking(order(all), before(all, order), kept, end(all.size()))
                .rankChanges(rankChanges::add);
        return rankChanges;
    }

    private static int[] before(List<RankedItem> all, List<UUID> order) {
        var open = open(all);
        return order.stream().mapToInt(open::indexOf).toArray();
    }

    private static List<UUID> open(List<RankedItem> all) {
        return all.stream().filter(RankedItem::open).map(RankedItem::id).toList();
    }

    private static List<RankedItem> items(int size, Random random) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(number ->
                        random.nextInt(4) == 0
                                ? RankedItemFixture.dropped(number)
                                : RankedItemFixture.item(number))
                .toList();
    }

    /// Each directly above the last of them, with the longest key that there may be.
    private static List<RankedItem> noSpace(List<RankedItem> items) {
        var stem = "5".repeat(Rank.MAX_LENGTH - 1);
        var digits = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh";
        return IntStream.range(0, items.size())
                .mapToObj(i ->
                        new RankedItem(
                                items.get(i).id(),
                                new Rank(stem + digits.charAt(i)),
                                items.get(i).open()))
                .toList();
    }

    private static List<UUID> shuffled(List<RankedItem> all, Random random) {
        var open = new ArrayList<>(open(all));
        Collections.shuffle(open, random);
        return open;
    }

    private static BitSet kept(List<RankedItem> all, List<UUID> order) {
        return LongestKeptSequence.of(before(all, order));
    }

    private static Rank end(int size) {
        return new Rank("zz" + Rank.ofNumber(size + 1L).key());
    }

    private static Map<UUID, Rank> ranksAfter(List<RankedItem> all, List<RankChange> rankChanges) {
        Map<UUID, Rank> ranks = new HashMap<>();
        all.forEach(item -> ranks.put(item.id(), item.rank()));
        rankChanges.forEach(rankChange -> ranks.put(rankChange.id(), new Rank(rankChange.to())));
        return ranks;
    }
}
