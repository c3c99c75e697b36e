package dev.steward.feedback.notification.opening;

import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The entries of notifications, and what becomes of their status.
@ApplicationScoped
class NotificationEntries {

    /// With all entries that are merged into them.
    private static final String ADD =
            """
            insert into loop_entry (release_id, feedback_id, root_id)
            select :release, id, root_id from feedback where root_id = any (:roots)
            on conflict (release_id, feedback_id) do update
                set root_id = excluded.root_id, gathered_to = null, gathered = false
            """;

    private static final String REMOVE_FROM_STOPPED =
            """
            delete from loop_entry e using loop o, loop_entry added
            where added.release_id = :release and e.root_id = added.root_id and o.release_id = e.release_id
                and o.status = 'STOPPED'
            """;

    private static final String REMOVE =
            "delete from loop_entry where release_id = :release and root_id = any (:roots)";

    private static final String PAGE =
            """
            select e.feedback_id as id, f.root_id from loop_entry e join feedback f on f.id = e.feedback_id
            where e.release_id = :release and e.feedback_id = e.root_id and (:after::uuid is null or e.feedback_id > :after::uuid)
            order by e.feedback_id limit :limit
            """;

    /// @param rootId the entry that it is merged into since the release came out, or itself
    private record Entry(UUID id, UUID rootId) {}

    private final Database database;
    private final ShippedEntries shippedEntries;
    private final FeedbackStatuses statuses;

    NotificationEntries(
            Database database, ShippedEntries shippedEntries, FeedbackStatuses statuses) {
        this.database = database;
        this.shippedEntries = shippedEntries;
        this.statuses = statuses;
    }

    /// Adds what the release ships now. Stopped notifications of other releases do not tell of it
    /// any more.
    void addShipped(UUID release) {
        var roots = shippedEntries.of(release);
        database.update(
                ADD,
                update -> update.bind("release", release).bind("roots", SqlArray.uuids(roots)));
        database.update(REMOVE_FROM_STOPPED, update -> update.bind("release", release));
    }

    /// Updates the status of a page of entries to SHIPPED, and removes those that the release does
    /// not ship any more.
    ///
    /// @return the last entry of the page; empty when no page follows
    Optional<UUID> markShipped(Notification notification, int limit) {
        var page = page(notification, limit);
        var removed =
                updateStatus(notification, page).entrySet().stream()
                        .filter(entry -> !isStillShipped(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        database.update(
                REMOVE,
                update ->
                        update.bind("release", notification.releaseId())
                                .bind("roots", SqlArray.uuids(removed)));
        return last(page, limit);
    }

    /// Not when it was declined or unlinked since the release came out. A merged one is told of
    /// with its family.
    static boolean isStillShipped(FeedbackStatus status) {
        return status.isReleased() || status == FeedbackStatus.MERGED;
    }

    /// Updates the status of a page of entries to CLOSED where nobody is left to be told.
    ///
    /// @return the last entry of the page; empty when no page follows
    Optional<UUID> close(Notification notification, int limit) {
        var page = page(notification, limit);
        updateStatus(notification, page);
        return last(page, limit);
    }

    private Map<UUID, FeedbackStatus> updateStatus(Notification notification, List<Entry> page) {
        var entries =
                page.stream()
                        .flatMap(entry -> Stream.of(entry.id(), entry.rootId()))
                        .distinct()
                        .toList();
        statuses.lockEntries(entries);
        return statuses.recalculate(entries, notification.by());
    }

    private List<Entry> page(Notification notification, int limit) {
        return database.query(
                PAGE,
                query ->
                        query.bind("release", notification.releaseId())
                                .bind("after", notification.position())
                                .bind("limit", limit)
                                .map(row ->
                                        new Entry(
                                                row.getColumn("id", UUID.class),
                                                row.getColumn("root_id", UUID.class)))
                                .list());
    }

    private static Optional<UUID> last(List<Entry> page, int limit) {
        return page.size() < limit ? Optional.empty() : Optional.of(page.getLast().id());
    }
}
