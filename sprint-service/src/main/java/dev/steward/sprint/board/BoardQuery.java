package dev.steward.sprint.board;

import dev.steward.platform.access.Person;
import dev.steward.platform.database.Database;
import dev.steward.sprint.item.ItemReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads the cards of a sprint's board in one statement.
@ApplicationScoped
class BoardQuery {

    /// In an ended sprint, status and assignee are those at the end.
    private static final String CARDS =
            """
            select si.item_id as item_id, i.key as key, i.title as title, i.type as type, si.estimate as estimate,
                case when si.left_at is null then w.status else si.last_status end as status,
                case when si.left_at is null then w.assignee else si.last_assignee end as assignee,
                coalesce(i.open_criteria, 0) as open_criteria,
                coalesce(i.failing_rules, '{}') as failing_rules,
                si.carried as carried, s.started_at is not null and not si.planned as added, w.version as version
            from sprint_item si join sprint s on s.id = si.sprint_id join work w on w.item_id = si.item_id
            left join item i on i.id = si.item_id
            where si.sprint_id = :sprint and (si.outcome is null or si.outcome not in ('REMOVED', 'DROPPED'))
            order by si.entered_at, si.id
            """;

    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};

    private final Database database;

    BoardQuery(Database database) {
        this.database = database;
    }

    /// A card whose assignee is known by `sub` only; the name is looked up separately.
    record CardRow(
            ItemReference item,
            String type,
            @Nullable BigDecimal estimate,
            String status,
            @Nullable String assignee,
            int openCriteria,
            List<String> failingRules,
            int carried,
            boolean added,
            long version) {

        BoardCard card(@Nullable Person person) {
            return new BoardCard(
                    item,
                    type,
                    estimate,
                    person,
                    openCriteria,
                    failingRules,
                    carried,
                    added,
                    version);
        }
    }

    List<CardRow> cardsOf(UUID sprint) {
        return database.query(
                CARDS, query -> query.bind("sprint", sprint).map(BoardQuery::card).list());
    }

    private static CardRow card(RowView row) {
        return new CardRow(
                new ItemReference(
                        row.getColumn("item_id", UUID.class),
                        row.getColumn("key", String.class),
                        row.getColumn("title", String.class)),
                row.getColumn("type", String.class),
                row.getColumn("estimate", BigDecimal.class),
                row.getColumn("status", String.class),
                row.getColumn("assignee", String.class),
                row.getColumn("open_criteria", Integer.class),
                row.getColumn("failing_rules", TEXTS),
                row.getColumn("carried", Integer.class),
                row.getColumn("added", Boolean.class),
                row.getColumn("version", Long.class));
    }
}
