package dev.steward.sprint.velocity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Numbers, summed up. Decimals: 6.
///
/// @param standardDeviation the sample's; null below two numbers
@Schema(name = "Spread")
record Spread(
        int n,
        BigDecimal mean,
        BigDecimal median,
        BigDecimal min,
        BigDecimal max,
        @Schema(description = "The sample's; null below two sprints.")
                @Nullable BigDecimal standardDeviation) {

    private static final int DECIMALS = 6;

    /// @param numbers at least one
    static Spread of(List<BigDecimal> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var mean = sum(sorted).divide(BigDecimal.valueOf(sorted.size()), MathContext.DECIMAL128);
        return new Spread(
                sorted.size(),
                plain(mean),
                plain(median(sorted)),
                plain(sorted.getFirst()),
                plain(sorted.getLast()),
                sorted.size() < 2 ? null : plain(deviation(sorted, mean)));
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO);
    }

    private static BigDecimal deviation(List<BigDecimal> numbers, BigDecimal mean) {
        var squares = sum(numbers.stream().map(number -> number.subtract(mean).pow(2)).toList());
        return squares.divide(BigDecimal.valueOf(numbers.size() - 1L), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal plain(BigDecimal number) {
        var rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
