package dev.steward.backlog.item.list;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.item.ItemStatus;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.RankAndScore;
import dev.steward.backlog.item.ReadinessRule;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.backlog.work.WorkStatus;
import dev.steward.platform.web.paging.SizeLimitedPage;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of an item list, read without the entity.
///
/// @param description null unless requested
/// @param sortScore the score; -1 without one, which sorts last
record ItemRow(
        UUID id,
        String key,
        long number,
        ItemType type,
        String title,
        @Nullable String description,
        List<String> labels,
        @Nullable GoalReference goal,
        @Nullable BigDecimal estimate,
        ShownStatus status,
        long criteria,
        long openCriteria,
        RankAndScore rankAndScore,
        BigDecimal sortScore,
        Instant createdAt,
        long version) {

    /// Estimated bytes of all fields but the texts.
    private static final long SHORT_FIELDS = 1_000;

    /// Separates the elements of an array that is passed as one text.
    static final String SEPARATOR = "\u001f";

    static ItemRow of(Tuple row) {
        return new ItemRow(
                row.get("id", UUID.class),
                row.get("key", String.class),
                number(row, "number"),
                ItemType.valueOf(row.get("type", String.class)),
                row.get("title", String.class),
                row.get("description", String.class),
                list(row.get("labels", String.class)),
                goal(row),
                row.get("estimate", BigDecimal.class),
                status(row),
                number(row, "criteria"),
                number(row, "open_criteria"),
                new RankAndScore(
                        row.get("rank", String.class),
                        row.get("score", BigDecimal.class),
                        row.get("coverage", BigDecimal.class),
                        row.get("telling", Boolean.class)),
                row.get("sort_score", BigDecimal.class),
                row.get("created_at", Instant.class),
                number(row, "version"));
    }

    ItemRow with(@Nullable String itsDescription) {
        return new ItemRow(
                id,
                key,
                number,
                type,
                title,
                itsDescription,
                labels,
                goal,
                estimate,
                status,
                criteria,
                openCriteria,
                rankAndScore,
                sortScore,
                createdAt,
                version);
    }

    /// Estimated size in an answer, in bytes.
    long bytes() {
        return SHORT_FIELDS + SizeLimitedPage.bytes(title, description);
    }

    List<ReadinessRule> failingRules() {
        return ReadinessRule.failing(new ReadinessRule.Facts(title, estimate, criteria));
    }

    private static ShownStatus status(Tuple row) {
        var work = row.get("work_status", String.class);
        return ShownStatus.of(
                ItemStatus.valueOf(row.get("status", String.class)),
                work == null ? WorkStatus.NONE : WorkStatus.valueOf(work),
                row.get("released", Boolean.class));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }

    private static @Nullable GoalReference goal(Tuple row) {
        var id = row.get("goal", UUID.class);
        return id == null ? null : new GoalReference(id, row.get("goal_title", String.class));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1));
    }
}
