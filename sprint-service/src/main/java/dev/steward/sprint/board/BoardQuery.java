package dev.steward.sprint.board;

import dev.steward.platform.access.Person;
import dev.steward.sprint.item.ItemReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
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
                array_to_string(i.failing_rules, ',') as failing_rules,
                si.carried as carried, s.started_at is not null and not si.planned as added, w.version as version
            from sprint_item si join sprint s on s.id = si.sprint_id join work w on w.item_id = si.item_id
            left join item i on i.id = si.item_id
            where si.sprint_id = ?1 and (si.outcome is null or si.outcome not in ('REMOVED', 'DROPPED'))
            order by si.entered_at, si.id
            """;

    private final EntityManager database;

    BoardQuery(EntityManager database) {
        this.database = database;
    }

    /// A row of the statement. It holds the assignee's `sub`; the name is looked up separately.
    record CardRow(Tuple columns) {

        String status() {
            return columns.get("status", String.class);
        }

        @Nullable String assignee() {
            return columns.get("assignee", String.class);
        }

        BoardCard card(@Nullable Person assignee) {
            return new BoardCard(
                    new ItemReference(
                            columns.get("item_id", UUID.class),
                            columns.get("key", String.class),
                            columns.get("title", String.class)),
                    columns.get("type", String.class),
                    columns.get("estimate", BigDecimal.class),
                    assignee,
                    columns.get("open_criteria", Number.class).intValue(),
                    rules(columns.get("failing_rules", String.class)),
                    columns.get("carried", Number.class).intValue(),
                    columns.get("added", Boolean.class),
                    columns.get("version", Number.class).longValue());
        }

        private static List<String> rules(@Nullable String names) {
            return names == null || names.isEmpty() ? List.of() : List.of(names.split(",", -1));
        }
    }

    List<CardRow> cardsOf(UUID sprint) {
        List<?> rows =
                database.createNativeQuery(CARDS, Tuple.class)
                        .setParameter(1, sprint)
                        .getResultList();
        return rows.stream().map(Tuple.class::cast).map(CardRow::new).toList();
    }
}
