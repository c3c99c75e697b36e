package dev.steward.feedback.notification;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The notifications of all releases.
@ApplicationScoped
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {

    private static final String LOCK_DUE =
            """
            select release_id from loop where status in ('OPENING', 'SENDING') and due_at <= :now
            order by due_at, release_id limit 1 for update skip locked
            """;
    private static final String LOCK_UNFINISHED =
            """
            select release_id from loop where status in ('OPENING', 'SENDING') and release_id = :release
            for update skip locked
            """;

    private static final String LOCK =
            "select release_id from loop where release_id = any (:releases) order by release_id for update";

    private final Database database;

    public Notifications(Database database) {
        this.database = database;
    }

    /// Those of the releases that have one, in the order of ids, which prevents deadlocks.
    public List<Notification> lock(Collection<UUID> releases) {
        var locked =
                database.query(
                        LOCK,
                        query ->
                                query.bind("releases", SqlArray.uuids(releases))
                                        .mapTo(UUID.class)
                                        .list());
        return getSession().findMultiple(Notification.class, locked);
    }

    /// Locks the notification that has waited longest and that no other instance is working on.
    public Optional<Notification> lockDue(Instant now) {
        return database.query(LOCK_DUE, query -> query.bind("now", now).mapTo(UUID.class).findOne())
                .map(this::findById);
    }

    /// @return empty when another instance works on it, or it was stopped
    public Optional<Notification> lockUnfinished(UUID release) {
        return database.query(
                        LOCK_UNFINISHED,
                        query -> query.bind("release", release).mapTo(UUID.class).findOne())
                .map(this::findById);
    }
}
