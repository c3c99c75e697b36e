package dev.steward.backlog.item.list;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.item.ItemStatus;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.RankAndScore;
import dev.steward.backlog.item.ReadinessRule;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.backlog.work.WorkStatus;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    static ItemRow of(ResultSet row) throws SQLException {
        return new ItemRow(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getLong("number"),
                ItemType.valueOf(row.getString("type")),
                row.getString("title"),
                row.getString("description"),
                List.of((String[]) row.getArray("labels").getArray()),
                goal(row),
                row.getBigDecimal("estimate"),
                status(row),
                row.getLong("criteria"),
                row.getLong("open_criteria"),
                new RankAndScore(
                        row.getString("rank"),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("coverage"),
                        row.getBoolean("telling")),
                row.getBigDecimal("sort_score"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
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

    private static ShownStatus status(ResultSet row) throws SQLException {
        var work = row.getString("work_status");
        return ShownStatus.of(
                ItemStatus.valueOf(row.getString("status")),
                work == null ? WorkStatus.NONE : WorkStatus.valueOf(work),
                row.getBoolean("released"));
    }

    private static @Nullable GoalReference goal(ResultSet row) throws SQLException {
        var id = row.getObject("goal", UUID.class);
        return id == null ? null : new GoalReference(id, row.getString("goal_title"));
    }
}
