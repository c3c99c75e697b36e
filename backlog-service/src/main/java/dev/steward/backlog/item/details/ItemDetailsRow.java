package dev.steward.backlog.item.details;

import static java.util.Objects.requireNonNull;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.item.Criterion;
import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.item.ItemState;
import dev.steward.backlog.item.ItemStatus;
import dev.steward.backlog.item.ItemText;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.RankAndScore;
import dev.steward.backlog.item.ReadinessRule;
import dev.steward.backlog.item.ValueInputs;
import dev.steward.backlog.work.KnownWorkQuery;
import dev.steward.platform.access.Person;
import dev.steward.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// A row of [ItemDetailsQuery].
record ItemDetailsRow(ResultSet row, StatementContext context) {

    private static final QualifiedType<List<Criterion>> CRITERIA =
            Json.column(new GenericType<>() {});

    ItemDetails item() throws SQLException {
        return new ItemDetails(
                state(),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new Person(text("created_by"), row.getString("creator")),
                new RankAndScore(
                        text("rank"),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("coverage"),
                        row.getBoolean("telling")),
                goal(),
                original(),
                work(),
                row.getBoolean("released"));
    }

    private ItemState state() throws SQLException {
        var itemText = itemText();
        var estimate = row.getBigDecimal("estimate");
        return new ItemState(
                uuid("id"),
                text("key"),
                row.getLong("number"),
                uuid("product_id"),
                itemText,
                row.getObject("split_from", UUID.class),
                estimate,
                inputs(),
                ItemStatus.valueOf(text("status")),
                ReadinessRule.failing(
                        new ReadinessRule.Facts(
                                itemText.title(), estimate, itemText.acceptanceCriteria().size())),
                Criterion.open(itemText.acceptanceCriteria()));
    }

    private ItemText itemText() throws SQLException {
        return new ItemText(
                ItemType.valueOf(text("type")),
                text("title"),
                row.getString("description"),
                criteria(),
                List.of((String[]) row.getArray("labels").getArray()),
                row.getObject("goal_id", UUID.class));
    }

    private ValueInputs inputs() throws SQLException {
        return new ValueInputs(
                row.getBigDecimal("value"),
                row.getBigDecimal("time_criticality"),
                row.getBigDecimal("risk_reduction"),
                row.getBigDecimal("reach"),
                row.getBigDecimal("impact"),
                row.getBigDecimal("confidence"));
    }

    private List<Criterion> criteria() throws SQLException {
        var json = context.findColumnMapperFor(CRITERIA).orElseThrow();
        return json.map(row, "acceptance_criteria", context);
    }

    private @Nullable GoalReference goal() throws SQLException {
        var id = row.getObject("goal_id", UUID.class);
        var title = row.getString("goal_title");
        return id == null || title == null ? null : new GoalReference(id, title);
    }

    private @Nullable ItemReference original() throws SQLException {
        var id = row.getObject("split_from", UUID.class);
        var key = row.getString("original_key");
        return id == null || key == null
                ? null
                : new ItemReference(id, key, text("original_title"));
    }

    private ItemWork work() throws SQLException {
        var known =
                KnownWorkQuery.of(
                        row.getString("work"),
                        row.getObject("sprint", UUID.class),
                        row.getObject("team", UUID.class),
                        row.getString("assignee"));
        return ItemWork.of(known, row.getString("assignee_name"));
    }

    private String text(String column) throws SQLException {
        return requireNonNull(row.getString(column), column);
    }

    private UUID uuid(String column) throws SQLException {
        return requireNonNull(row.getObject(column, UUID.class), column);
    }
}
