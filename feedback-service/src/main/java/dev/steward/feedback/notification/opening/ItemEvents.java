package dev.steward.feedback.notification.opening;

import dev.steward.feedback.release.Releases;
import dev.steward.feedback.status.DueStatusUpdates;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Updates the status of feedback when events of items, of work on them or of releases arrive, and
/// starts or stops telling people about a release.
///
/// Snapshots count too, unlike in other reactions: when a release is first seen in a snapshot,
/// people are told then. The row of the notification prevents telling them twice.
@ApplicationScoped
class ItemEvents implements EventConsumer {

    private static final String RELEASE = "steward.backlog.release.";

    /// Entries that ask for the items; one more than are updated here shows that there are too
    /// many.
    private static final String ASKING =
            """
            select distinct m.root_id from link l join feedback m on m.id = l.feedback_id
            where l.item_id = any (:items) and l.kind = 'SOLVES' and not l.removed limit :limit
            """;

    private final Database database;
    private final Releases releases;
    private final FeedbackStatuses statuses;
    private final DueStatusUpdates dueStatusUpdates;
    private final NotificationLifecycle notifications;

    ItemEvents(
            Database database,
            Releases releases,
            FeedbackStatuses statuses,
            DueStatusUpdates dueStatusUpdates,
            NotificationLifecycle notifications) {
        this.database = database;
        this.releases = releases;
        this.statuses = statuses;
        this.dueStatusUpdates = dueStatusUpdates;
        this.notifications = notifications;
    }

    @Override
    public boolean consumes(String type) {
        return type.startsWith(RELEASE)
                || type.startsWith("steward.backlog.item.")
                || type.startsWith("steward.sprint.work.");
    }

    /// After the projections.
    @Override
    public boolean isReaction() {
        return true;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        events.stream()
                .map(IncomingEvent::productId)
                .distinct()
                .sorted()
                .forEach(statuses::lockProductExclusively);
        var released =
                events.stream()
                        .filter(ItemEvents::isOfRelease)
                        .map(IncomingEvent::subject)
                        .distinct()
                        .toList();
        notifications.stop(released);
        var items = itemsOf(events, released);
        var asking =
                database.query(
                        ASKING,
                        query ->
                                query.bind("items", SqlArray.uuids(items))
                                        .bind("limit", DueStatusUpdates.BATCH_SIZE + 1)
                                        .mapTo(UUID.class)
                                        .list());
        List<UUID> outdated =
                asking.size() > DueStatusUpdates.BATCH_SIZE ? List.of() : statuses.outdated(asking);
        statuses.lockEntries(outdated);
        // Before the statuses change: they show which entries are shipped by this release.
        events.stream()
                .filter(ItemEvents::isOfRelease)
                .forEach(event ->
                        notifications.start(
                                event.subject(), event.productId(), event.provenance("loop")));
        if (asking.size() > DueStatusUpdates.BATCH_SIZE) {
            dueStatusUpdates.enqueue(items);
        } else {
            statuses.recalculate(outdated, events.getLast().provenance("standing"));
        }
    }

    private Collection<UUID> itemsOf(List<IncomingEvent> events, List<UUID> released) {
        var items = new ArrayList<>(releases.itemsOf(released));
        events.stream()
                .filter(event -> !isOfRelease(event))
                .map(IncomingEvent::subject)
                .forEach(items::add);
        return items;
    }

    private static boolean isOfRelease(IncomingEvent event) {
        return event.type().startsWith(RELEASE);
    }
}
