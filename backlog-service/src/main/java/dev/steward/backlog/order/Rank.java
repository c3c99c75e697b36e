package dev.steward.backlog.order;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in the order: the digits of a fraction between 0 and 1 in base 62 (`0-9A-Za-z`, so that
/// byte order is the order of the fractions). It never ends in `0`, because there would be no place
/// above `…0` and below it.
record Rank(String key) implements Comparable<Rank> {

    /// A key longer than this is a reason to spread its neighbourhood anew.
    static final int MAX_LENGTH = 40;

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]*[1-9A-Za-z]");

    /// 62^7 numbers: more than a product will ever have.
    private static final int NUMBER_DIGITS = 7;

    /// Ends the key of a number, in the middle of the digits: as much room above as below.
    private static final char NUMBER_END = 'V';

    Rank {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a rank: " + key);
        }
    }

    /// Where a new item stands that nobody has placed: behind all with lower numbers. It is built
    /// from the number alone, so it needs no look at the order and no lock.
    static Rank ofNumber(long number) {
        return new Rank(Base62.padded(number, NUMBER_DIGITS) + NUMBER_END);
    }

    /// The middle of a gap.
    ///
    /// @param above null for the very top
    /// @param below null for the very bottom
    static Rank between(@Nullable Rank above, @Nullable Rank below) {
        return new Gap(above, below).spread(1).getFirst();
    }

    /// Only an unplaced new item has a key of this form: a move gives none such away, so that it
    /// never meets the key of an item that is being created at the same moment.
    static boolean isOfNumber(String key) {
        return key.length() == NUMBER_DIGITS + 1 && key.charAt(NUMBER_DIGITS) == NUMBER_END;
    }

    boolean isTooLong() {
        return key.length() > MAX_LENGTH;
    }

    boolean isAbove(Rank other) {
        return compareTo(other) < 0;
    }

    /// ASCII only, hence the order of PostgreSQL's collation `C`.
    @Override
    public int compareTo(Rank other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }
}
