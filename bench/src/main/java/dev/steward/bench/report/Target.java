package dev.steward.bench.report;

/// What a figure shall reach; the median counts.
public sealed interface Target {

    record AtLeast(double value) implements Target {}

    record AtMost(double value) implements Target {}

    /// It is printed, and people judge.
    record None() implements Target {}

    default boolean isMetBy(Spread figure) {
        return switch (this) {
            case AtLeast(double value) -> figure.median() >= value;
            case AtMost(double value) -> figure.median() <= value;
            case None() -> true;
        };
    }

    default String words() {
        return switch (this) {
            case AtLeast(double value) -> ">= " + Spread.number(value);
            case AtMost(double value) -> "<= " + Spread.number(value);
            case None() -> "";
        };
    }
}
