package dev.steward.backlog.order;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The room between two ranks.
///
/// @param above null for the very top
/// @param below null for the very bottom
record Gap(@Nullable Rank above, @Nullable Rank below) {

    Gap {
        if (above != null && below != null && !above.isAbove(below)) {
            throw new IllegalArgumentException("No room between " + above + " and " + below);
        }
    }

    /// `count` ranks inside the gap, in order and evenly apart, with as few digits as they need.
    List<Rank> spread(int count) {
        return ranks(count).toList();
    }

    /// The same, one after the other.
    Stream<Rank> ranks(int count) {
        var grid = gridFor(BigInteger.valueOf(count));
        return IntStream.range(0, count).mapToObj(i -> rankAt(grid, grid.point(i, count)));
    }

    /// Steers clear of the keys of numbers: such a point gives way to one between it and what
    /// follows.
    private Rank rankAt(Grid grid, BigInteger point) {
        var rank = grid.rank(point);
        return Rank.isOfNumber(rank.key())
                ? Rank.between(rank, orBelow(grid.rank(point.add(BigInteger.ONE))))
                : rank;
    }

    private Rank orBelow(Rank next) {
        return below == null || next.isAbove(below) ? next : below;
    }

    private Grid gridFor(BigInteger count) {
        var grid = Grid.of(this, 1);
        while (grid.points().compareTo(count) < 0) {
            grid = Grid.of(this, grid.digits() + 1);
        }
        return grid;
    }

    /// The fractions of one length that lie inside a gap.
    private record Grid(int digits, BigInteger first, BigInteger points) {

        static Grid of(Gap gap, int digits) {
            var first = first(gap, digits);
            return new Grid(digits, first, last(gap, digits).subtract(first).add(BigInteger.ONE));
        }

        private static BigInteger first(Gap gap, int digits) {
            var above = gap.above();
            return above == null
                    ? BigInteger.ONE
                    : Base62.truncated(above.key(), digits).add(BigInteger.ONE);
        }

        private static BigInteger last(Gap gap, int digits) {
            var below = gap.below();
            if (below == null) {
                return Base62.BASE.pow(digits).subtract(BigInteger.ONE);
            }
            var last = Base62.truncated(below.key(), digits);
            return below.key().length() <= digits ? last.subtract(BigInteger.ONE) : last;
        }

        /// The middle of the `i`th of `count` equal shares of the points.
        BigInteger point(int i, int count) {
            var share = BigInteger.valueOf(2L * i + 1);
            return first.add(points.multiply(share).divide(BigInteger.valueOf(2L * count)));
        }

        Rank rank(BigInteger point) {
            return new Rank(withoutTrailingZeros(Base62.padded(point, digits)));
        }

        private static String withoutTrailingZeros(String padded) {
            var end = padded.length();
            while (padded.charAt(end - 1) == '0') {
                end--;
            }
            return padded.substring(0, end);
        }
    }
}
