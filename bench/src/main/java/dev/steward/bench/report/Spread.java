package dev.steward.bench.report;

import java.util.List;
import java.util.Locale;

/// The rounds of a measurement: one number would hide how much they differ.
public record Spread(double median, double min, double max) {

    /// @param values at least one
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /// Three digits that matter, thousands apart: `12,345`, `0.562`, `3.1`.
    public static String number(double value) {
        var digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /// `0.56 [0.54-0.58]`
    @Override
    public String toString() {
        return number(median) + " [" + number(min) + "-" + number(max) + "]";
    }
}
