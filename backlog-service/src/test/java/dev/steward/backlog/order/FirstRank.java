package dev.steward.backlog.order;

/// The rank of an item that nobody has placed, for those who make items in bulk.
public final class FirstRank {

    private FirstRank() {}

    public static String of(long number) {
        return Rank.ofNumber(number).key();
    }
}
