package dev.steward.backlog.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an item should have before it is ready. Advice only: the Scrum Guide has no definition of
/// ready.
public enum ReadinessRule {
    @JsonProperty("title")
    TITLE(item -> !item.title().isBlank()),
    @JsonProperty("estimate")
    ESTIMATE(item -> item.estimate() != null),
    @JsonProperty("criteria")
    CRITERIA(item -> item.criteria() > 0);

    /// Input of the rules.
    ///
    /// @param criteria number of acceptance criteria
    public record Facts(String title, @Nullable BigDecimal estimate, long criteria) {}

    private final Predicate<Facts> met;

    ReadinessRule(Predicate<Facts> met) {
        this.met = met;
    }

    public static List<ReadinessRule> failing(Facts item) {
        return Arrays.stream(values()).filter(rule -> !rule.met.test(item)).toList();
    }
}
