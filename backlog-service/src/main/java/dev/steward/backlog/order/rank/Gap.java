package dev.steward.backlog.order.rank;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The space between two ranks.
///
/// @param above null at the top
/// @param below null at the bottom
public record Gap(@Nullable Rank above, @Nullable Rank below) {

    public Gap {
        if (above != null && below != null && !above.isAbove(below)) {
            throw new IllegalArgumentException("No room between " + above + " and " + below);
        }
    }

    /// `count` ranks inside the gap, ascending and evenly spaced, with as few digits as possible.
    public List<Rank> spread(int count) {
        return ranks(count).toList();
    }

    /// The same as a stream.
    public Stream<Rank> ranks(int count) {
        var grid = gridFor(BigInteger.valueOf(count));
        return IntStream.range(0, count).mapToObj(i -> rankAt(grid, grid.point(i, count)));
    }

    /// Avoids the form of ranks of new items ([Rank#isOfNumber]): uses a rank between such a point
    /// and the next.
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

    /// All fractions of one length inside a gap.
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

        /// The middle of share `i` when the points are divided into `count` equal shares.
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
