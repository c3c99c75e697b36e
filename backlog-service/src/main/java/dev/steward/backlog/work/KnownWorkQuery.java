package dev.steward.backlog.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the known work on items, for decisions about them.
@ApplicationScoped
public class KnownWorkQuery {

    private static final String OF_ITEM =
            "select status, sprint_id, team_id, assignee from item_work where id = ?1 and not"
                    + " deleted";

    private final EntityManager database;

    KnownWorkQuery(EntityManager database) {
        this.database = database;
    }

    public KnownWork on(UUID item) {
        List<?> rows =
                database.createNativeQuery(OF_ITEM, Tuple.class)
                        .setParameter(1, item)
                        .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row ->
                        of(
                                row.get("status", String.class),
                                row.get("sprint_id", UUID.class),
                                row.get("team_id", UUID.class),
                                row.get("assignee", String.class)))
                .findFirst()
                .orElse(KnownWork.NONE);
    }

    /// @param status null when there is no row
    public static KnownWork of(
            @Nullable String status,
            @Nullable UUID sprint,
            @Nullable UUID team,
            @Nullable String assignee) {
        return status == null
                ? KnownWork.NONE
                : new KnownWork(WorkStatus.valueOf(status), sprint, team, assignee);
    }
}
