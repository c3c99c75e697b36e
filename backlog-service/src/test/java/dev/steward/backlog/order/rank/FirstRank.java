package dev.steward.backlog.order.rank;

/// The rank of a new item without a place, for tests that create many items.
public final class FirstRank {

    private FirstRank() {}

    public static String of(long number) {
        return Rank.ofNumber(number).key();
    }
}
