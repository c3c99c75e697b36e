package dev.steward.backlog.order.rank;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in the order: the digits of a fraction between 0 and 1 in base 62 (`0-9A-Za-z`, so that
/// byte order is the order of the fractions). Never ends in `0`: nothing would fit between `…0` and
/// the same without it.
public record Rank(String key) implements Comparable<Rank> {

    /// A longer key is a reason to spread the ranks around it evenly.
    public static final int MAX_LENGTH = 40;

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]*[1-9A-Za-z]");

    /// 62^7 numbers: more items than a product will ever have.
    private static final int NUMBER_DIGITS = 7;

    /// Ends the rank of a new item; in the middle of the digits, so there is as much space above as
    /// below.
    private static final char NUMBER_END = 'V';

    public Rank {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a rank: " + key);
        }
    }

    /// The rank of a new item without a place: after all items with lower numbers. Computed from
    /// the number alone, so the order is neither read nor locked.
    public static Rank ofNumber(long number) {
        return new Rank(Base62.padded(number, NUMBER_DIGITS) + NUMBER_END);
    }

    /// The middle of a gap.
    ///
    /// @param above null for the very top
    /// @param below null for the very bottom
    public static Rank between(@Nullable Rank above, @Nullable Rank below) {
        return new Gap(above, below).spread(1).getFirst();
    }

    /// Only new items without a place have ranks of this form. Moves never use one, so they cannot
    /// collide with an item that is being created.
    static boolean isOfNumber(String key) {
        return key.length() == NUMBER_DIGITS + 1 && key.charAt(NUMBER_DIGITS) == NUMBER_END;
    }

    public boolean isTooLong() {
        return key.length() > MAX_LENGTH;
    }

    public boolean isAbove(Rank other) {
        return compareTo(other) < 0;
    }

    /// Same order as PostgreSQL's collation `C`: the keys are ASCII.
    @Override
    public int compareTo(Rank other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }
}
