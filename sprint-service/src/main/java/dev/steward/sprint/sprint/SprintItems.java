package dev.steward.sprint.sprint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is in which sprint. Whoever changes it holds the lock of the sprint.
@ApplicationScoped
public class SprintItems implements PanacheRepositoryBase<SprintItem, UUID> {

    /// In a sprint at once.
    static final int MOST = 500;

    /// What was taken out while the sprint ran is not its scope; what was left at its end is.
    private static final String SCOPES =
            """
            select sprint_id, count(*) as items, coalesce(sum(estimate), 0) as points,
                count(*) filter (where done) as done_items,
                coalesce(sum(done_estimate) filter (where done), 0) as done_points,
                coalesce(sum(estimate) filter (where not done), 0) as remaining_points,
                string_agg(item_id || ' ' || rest_id, ',' order by item_id) filter (where rest_id is not null)
                    as splits
            from sprint_item
            where sprint_id = any (cast(?1 as uuid[])) and (outcome is null or outcome not in ('REMOVED', 'DROPPED'))
            group by sprint_id
            """;

    List<SprintItem> openOf(UUID sprint) {
        return list("sprintId = ?1 and left.at is null order by itemId", sprint);
    }

    /// The items in a sprint, without reading more: they are locked before it is.
    List<UUID> itemsOpenIn(UUID sprint) {
        return find(
                        "select itemId from SprintItem where sprintId = ?1 and left.at is null order by itemId",
                        sprint)
                .project(UUID.class)
                .list();
    }

    /// @throws SprintIsFull where these do not fit in any more
    void requireRoom(UUID sprint, int more) {
        if (count("sprintId = ?1 and left.at is null", sprint) + more > MOST) {
            throw new SprintIsFull();
        }
    }

    public Map<UUID, SprintItem> open(Collection<UUID> items) {
        return list("itemId in ?1 and left.at is null", items).stream()
                .collect(Collectors.toMap(SprintItem::itemId, Function.identity()));
    }

    public Optional<SprintItem> open(UUID item) {
        return find("itemId = ?1 and left.at is null", item).firstResultOptional();
    }

    /// What is in sprints, summed up. One without items is not named.
    record Scope(
            long items,
            BigDecimal points,
            long doneItems,
            BigDecimal donePoints,
            BigDecimal remainingPoints,
            List<SplitItem> splits) {

        static final Scope EMPTY =
                new Scope(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO, List.of());

        private static Scope of(Tuple row) {
            return new Scope(
                    row.get("items", Long.class),
                    row.get("points", BigDecimal.class),
                    row.get("done_items", Long.class),
                    row.get("done_points", BigDecimal.class),
                    row.get("remaining_points", BigDecimal.class),
                    SplitItem.read(row.get("splits", String.class)));
        }
    }

    /// In one statement.
    Map<UUID, Scope> scopes(Collection<UUID> sprints) {
        List<?> rows =
                getEntityManager()
                        .createNativeQuery(SCOPES, Tuple.class)
                        .setParameter(
                                1, sprints.stream().map(UUID::toString).toArray(String[]::new))
                        .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("sprint_id", UUID.class), Scope::of));
    }
}
