package dev.steward.backlog.work;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the known work on items, for decisions about them.
@ApplicationScoped
public class KnownWorkQuery {

    private static final String OF_ITEM =
            "select status, sprint_id, team_id, assignee from item_work where id = :item and not deleted";

    private final Database database;

    KnownWorkQuery(Database database) {
        this.database = database;
    }

    public KnownWork on(UUID item) {
        return database.query(
                OF_ITEM,
                query ->
                        query.bind("item", item)
                                .map(row ->
                                        of(
                                                row.getColumn("status", String.class),
                                                row.getColumn("sprint_id", UUID.class),
                                                row.getColumn("team_id", UUID.class),
                                                row.getColumn("assignee", String.class)))
                                .findOne()
                                .orElse(KnownWork.NONE));
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
