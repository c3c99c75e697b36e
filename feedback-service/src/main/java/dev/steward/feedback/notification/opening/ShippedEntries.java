package dev.steward.feedback.notification.opening;

import static java.util.stream.Collectors.filtering;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.NotificationStatus;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.feedback.status.StatusChange;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.result.RowView;

/// Finds the entries that a release ships: when it comes out, and before that for the preview.
@ApplicationScoped
public class ShippedEntries {

    /// Entries whose facts are held in memory at a time.
    private static final int PAGE_SIZE = 500;

    /// The entries that ask for an item of the release; of merged ones the one at the top.
    private static final String ASKING =
            """
            select distinct m.root_id from release r cross join lateral unnest(r.item_ids) as i (id)
            join link l on l.item_id = i.id and l.kind = 'SOLVES' and not l.removed
            join feedback m on m.id = l.feedback_id
            where r.id = :release order by m.root_id
            """;

    private static final String NOTIFICATIONS =
            """
            select distinct e.root_id, o.status from loop_entry e join loop o on o.release_id = e.release_id
            where e.root_id = any (:entries)
            """;

    private static final String MESSAGES =
            """
            select distinct m.root_id, d.status, coalesce(r.status = 'RELEASED' and not r.deleted, true) as is_released
            from feedback m join told t on t.feedback_id = m.id join delivery d on d.id = t.delivery_id
            left join release r on r.id = d.release_id
            where m.root_id = any (:entries)
            """;

    /// What decides whether a release ships an entry that asks for one of its items.
    ///
    /// @param beingTold whether it is in a notification that has not created all messages
    /// @param withdrawn whether a message that tells of it waits for a release that was rolled back
    record Candidate(StatusChange status, boolean beingTold, boolean withdrawn) {

        /// Its last open item is released, or another release shipped it and has not told
        /// everybody: whichever of the two is rolled back, the other one tells whoever was not
        /// told. An entry that is linked after the release is SHIPPED at once, and nobody is told.
        boolean isShipped() {
            return status.after().isReleased()
                    && (!status.before().isReleased() || beingTold || withdrawn);
        }
    }

    private final Database database;
    private final FeedbackStatuses statuses;

    public ShippedEntries(Database database, FeedbackStatuses statuses) {
        this.database = database;
        this.statuses = statuses;
    }

    /// @return of merged entries the one at the top
    public List<UUID> of(UUID release) {
        var asking =
                database.query(
                        ASKING, query -> query.bind("release", release).mapTo(UUID.class).list());
        var shipped = new ArrayList<UUID>();
        for (var from = 0; from < asking.size(); from += PAGE_SIZE) {
            var page = asking.subList(from, Math.min(from + PAGE_SIZE, asking.size()));
            candidates(release, page).stream()
                    .filter(Candidate::isShipped)
                    .map(candidate -> candidate.status().feedbackId())
                    .forEach(shipped::add);
        }
        return shipped;
    }

    private List<Candidate> candidates(UUID release, List<UUID> entries) {
        var changes = statuses.changesBy(release, entries);
        var released =
                changes.stream()
                        .filter(change -> change.before().isReleased())
                        .map(StatusChange::feedbackId)
                        .toList();
        var beingTold = inIncompleteNotifications(released);
        var withdrawn = withWithdrawnMessages(released);
        return changes.stream()
                .map(change ->
                        new Candidate(
                                change,
                                beingTold.contains(change.feedbackId()),
                                withdrawn.contains(change.feedbackId())))
                .toList();
    }

    private Set<UUID> inIncompleteNotifications(Collection<UUID> entries) {
        return entries(
                NOTIFICATIONS,
                entries,
                row -> row.getColumn("status", NotificationStatus.class).isIncomplete());
    }

    private Set<UUID> withWithdrawnMessages(Collection<UUID> entries) {
        return entries(
                MESSAGES,
                entries,
                row ->
                        row.getColumn("status", DeliveryStatus.class)
                                .isWithdrawn(row.getColumn("is_released", Boolean.class)));
    }

    private Set<UUID> entries(String sql, Collection<UUID> entries, Predicate<RowView> accepted) {
        return entries.isEmpty()
                ? Set.of()
                : database.query(
                        sql,
                        query ->
                                query.bind("entries", SqlArray.uuids(entries))
                                        .collectRows(
                                                filtering(
                                                        accepted,
                                                        mapping(
                                                                row ->
                                                                        row.getColumn(
                                                                                "root_id",
                                                                                UUID.class),
                                                                toSet()))));
    }
}
