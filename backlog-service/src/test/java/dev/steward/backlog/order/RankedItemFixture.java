package dev.steward.backlog.order;

import dev.steward.backlog.item.KeptScore;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Items that stand in an order.
final class RankedItemFixture {

    private RankedItemFixture() {}

    static List<RankedItem> items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(RankedItemFixture::item).toList();
    }

    static RankedItem item(int number) {
        return new RankedItem(
                id(number), Rank.ofNumber(number), true, new KeptScore(null, false), null);
    }

    static RankedItem dropped(int number) {
        var item = item(number);
        return new RankedItem(item.id(), item.rank(), false, item.score(), null);
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }
}
