package dev.steward.backlog.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an item should have before it is ready. The default policy advises, it blocks nothing: the
/// Scrum Guide knows no definition of ready.
enum ReadinessRule {
    TITLE(item -> !item.title().isBlank()),
    ESTIMATE(item -> item.estimate() != null),
    CRITERIA(item -> item.criteria() > 0);

    /// What the rules look at.
    ///
    /// @param criteria how many acceptance criteria there are
    record Facts(String title, @Nullable BigDecimal estimate, long criteria) {}

    private final Predicate<Facts> met;

    ReadinessRule(Predicate<Facts> met) {
        this.met = met;
    }

    static List<ReadinessRule> failing(Facts item) {
        return Arrays.stream(values()).filter(rule -> !rule.met.test(item)).toList();
    }

    /// As events and answers name it.
    @JsonValue
    String ruleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
