package dev.steward.backlog.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What an item should have before it is ready. The default policy advises, it blocks nothing: the
/// Scrum Guide knows no definition of ready.
enum ReadinessRule {
    TITLE(item -> !item.text().title().isBlank()),
    ESTIMATE(item -> item.estimate() != null),
    CRITERIA(item -> !item.text().criteria().isEmpty());

    private final Predicate<BacklogItem> met;

    ReadinessRule(Predicate<BacklogItem> met) {
        this.met = met;
    }

    static List<ReadinessRule> failing(BacklogItem item) {
        return Arrays.stream(values()).filter(rule -> !rule.met.test(item)).toList();
    }

    /// As events and answers name it.
    @JsonValue
    String ruleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
