package dev.steward.sprint.velocity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Summary statistics of some numbers, rounded to 6 decimals.
@Schema(name = "Statistics")
record Statistics(
        @Schema(description = "How many sprints the statistics are of.") int n,
        @Schema(description = "Arithmetic mean per sprint, rounded to 6 decimals.") BigDecimal mean,
        @Schema(
                        description =
                                "Median per sprint: of an even number of sprints the mean of the two in the middle.")
                BigDecimal median,
        @Schema(description = "Smallest value of a sprint.") BigDecimal min,
        @Schema(description = "Largest value of a sprint.") BigDecimal max,
        @Schema(
                        description =
                                "Sample standard deviation (divided by n - 1), rounded to 6 decimals. Null when there are fewer than two sprints.")
                @Nullable BigDecimal standardDeviation) {

    private static final int DECIMALS = 6;

    /// @param numbers at least one
    static Statistics of(List<BigDecimal> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var mean = sum(sorted).divide(BigDecimal.valueOf(sorted.size()), MathContext.DECIMAL128);
        return new Statistics(
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
