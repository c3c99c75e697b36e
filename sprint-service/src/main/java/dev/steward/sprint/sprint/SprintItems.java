package dev.steward.sprint.sprint;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.web.problem.Conflict;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;

/// The items of all sprints. Whoever changes the items of a sprint holds the lock of the sprint.
@ApplicationScoped
public class SprintItems implements PanacheRepositoryBase<SprintItem, UUID> {

    /// The maximum number of items in a sprint at a time.
    public static final int MOST = 500;

    /// Items removed or dropped while the sprint ran are not in its scope; items open at its end
    /// are.
    private static final String SCOPES =
            """
            select sprint_id, count(*) as items, coalesce(sum(estimate), 0) as points,
                count(*) filter (where done) as done_items,
                coalesce(sum(done_estimate) filter (where done), 0) as done_points,
                coalesce(sum(estimate) filter (where not done), 0) as remaining_points,
                string_agg(item_id || ' ' || rest_id, ',' order by item_id) filter (where rest_id is not null)
                    as splits
            from sprint_item
            where sprint_id = any (:sprints) and (outcome is null or outcome not in ('REMOVED', 'DROPPED'))
            group by sprint_id
            """;

    private final Database database;

    SprintItems(Database database) {
        this.database = database;
    }

    public List<SprintItem> openOf(UUID sprint) {
        return list("sprintId = ?1 and exit.at is null order by itemId", sprint);
    }

    /// @throws SprintIsFull when so many more items would exceed the maximum
    public void requireRoom(UUID sprint, int more) {
        if (count("sprintId = ?1 and exit.at is null", sprint) + more > MOST) {
            throw new SprintIsFull();
        }
    }

    public Map<UUID, SprintItem> open(Collection<UUID> items) {
        return list("itemId in ?1 and exit.at is null", items).stream()
                .collect(Collectors.toMap(SprintItem::itemId, Function.identity()));
    }

    public Optional<SprintItem> open(UUID item) {
        return find("itemId = ?1 and exit.at is null", item).firstResultOptional();
    }

    /// The items of a sprint, added up.
    record ScopeTotals(
            long items,
            BigDecimal points,
            long doneItems,
            BigDecimal donePoints,
            BigDecimal remainingPoints,
            List<SplitItem> splits) {

        static final ScopeTotals EMPTY =
                new ScopeTotals(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO, List.of());

        private static ScopeTotals of(RowView row) {
            return new ScopeTotals(
                    row.getColumn("items", Long.class),
                    row.getColumn("points", BigDecimal.class),
                    row.getColumn("done_items", Long.class),
                    row.getColumn("done_points", BigDecimal.class),
                    row.getColumn("remaining_points", BigDecimal.class),
                    SplitItem.parse(row.getColumn("splits", String.class)));
        }
    }

    /// By id of the sprint, in one statement. A sprint without items has no entry.
    Map<UUID, ScopeTotals> scopes(Collection<UUID> sprints) {
        return database.query(
                SCOPES,
                query ->
                        query.bind("sprints", SqlArray.uuids(sprints))
                                .reduceRows(
                                        new HashMap<>(),
                                        (scopes, row) -> {
                                            scopes.put(
                                                    row.getColumn("sprint_id", UUID.class),
                                                    ScopeTotals.of(row));
                                            return scopes;
                                        }));
    }

    /// The number of items in a sprint is limited.
    private static final class SprintIsFull extends Conflict {

        SprintIsFull() {
            super("sprint-is-full", "A sprint holds at most " + SprintItems.MOST + " items.");
        }
    }
}
