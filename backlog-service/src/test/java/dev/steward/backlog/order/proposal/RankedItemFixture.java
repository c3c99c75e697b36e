package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.rank.Rank;
import java.util.List;
import java.util.UUID;

/// Items in an order.
final class RankedItemFixture {

    private RankedItemFixture() {}

    record RankedItem(UUID id, Rank rank, boolean open) {}

    static RankedItem item(int number) {
        return new RankedItem(id(number), Rank.ofNumber(number), true);
    }

    static RankedItem dropped(int number) {
        return new RankedItem(id(number), Rank.ofNumber(number), false);
    }

    static CurrentOrder order(List<RankedItem> items) {
        var order = new CurrentOrder.Builder();
        for (var item : items) {
            if (item.open()) {
                order.add(item.id(), item.rank().key(), null);
            } else {
                order.addDropped(item.id(), item.rank().key());
            }
        }
        return order.build();
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }
}
