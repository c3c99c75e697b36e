package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Deliveries;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.NotificationStep;
import dev.steward.feedback.notification.Notifications;
import dev.steward.feedback.standing.FeedbackStatuses;
import dev.steward.platform.messaging.store.EventStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// Creates the messages about releases that came out, in steps that are bounded transactions. The
/// progress is stored with the notification: when an instance ends, another one continues after its
/// last step.
@ApplicationScoped
class NotificationOpening {

    private static final Logger LOG = Logger.getLogger(NotificationOpening.class);
    private static final BatchSizes DEFAULT_BATCH_SIZES = new BatchSizes(500, 10, 1_000);

    /// How much one step processes.
    ///
    /// @param entries entries whose status is updated
    /// @param gathered entries whose voters are gathered together, of each as many as `people`
    /// @param people people for whom a message is created or sent
    record BatchSizes(int entries, int gathered, int people) {}

    private final Notifications notifications;
    private final NotificationEntries entries;
    private final Deliveries deliveries;
    private final FeedbackStatuses statuses;
    private final EventStore events;
    private final Clock clock;
    private final BatchSizes batchSizes;

    @Inject
    NotificationOpening(
            Notifications notifications,
            NotificationEntries entries,
            Deliveries deliveries,
            FeedbackStatuses statuses,
            EventStore events,
            Clock clock) {
        this(notifications, entries, deliveries, statuses, events, clock, DEFAULT_BATCH_SIZES);
    }

    NotificationOpening(
            Notifications notifications,
            NotificationEntries entries,
            Deliveries deliveries,
            FeedbackStatuses statuses,
            EventStore events,
            Clock clock,
            BatchSizes batchSizes) {
        this.notifications = notifications;
        this.entries = entries;
        this.deliveries = deliveries;
        this.statuses = statuses;
        this.events = events;
        this.clock = clock;
        this.batchSizes = batchSizes;
    }

    /// Runs one step of the notification that has waited longest, so that a large one does not
    /// block small ones. A notification whose step fails is postponed, and the others continue.
    ///
    /// @return whether there may be more to do at once
    boolean step() {
        var due = new AtomicReference<UUID>();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(20)
                    .call(() -> {
                        var notification = notifications.lockDue(clock.instant());
                        notification.ifPresent(found -> {
                            due.set(found.releaseId());
                            advance(found);
                        });
                        return notification.isPresent();
                    });
        } catch (RuntimeException e) {
            var release = due.get();
            if (release == null) {
                throw e;
            }
            LOG.warnf(e, "A step of the loop of release %s failed; it is tried again", release);
            postpone(release);
            return true;
        }
    }

    private void advance(Notification notification) {
        var position =
                switch (notification.step()) {
                    case SHIPPING -> markShipped(notification);
                    case GATHERING -> gather(notification);
                    case TELLING -> notify(notification);
                    case SETTLING -> closeEntries(notification);
                    case LETTING_GO -> sendHeld(notification);
                };
        position.ifPresentOrElse(
                last -> notification.advanceTo(last, clock.instant()), () -> endStep(notification));
    }

    private void endStep(Notification notification) {
        if (notification.startNextStep(clock.instant()).isPresent()) {
            return;
        }
        if (notification.step() == NotificationStep.LETTING_GO) {
            notification.end();
            return;
        }
        var created = deliveries.count(notification.releaseId());
        events.append(notification.by(), notification.opened(created, clock.instant()));
    }

    private Optional<UUID> markShipped(Notification notification) {
        var page = recalculate(notification);
        entries.deleteUnshipped(
                notification.releaseId(),
                page.stream().map(NotificationEntries.Family::id).toList());
        return last(page, notification);
    }

    private Optional<UUID> closeEntries(Notification notification) {
        return last(recalculate(notification), notification);
    }

    private List<NotificationEntries.Family> recalculate(Notification notification) {
        var page =
                entries.families(
                        notification.releaseId(),
                        notification.position(),
                        notification.batchSize(batchSizes.entries()));
        var roots = page.stream().map(NotificationEntries.Family::rootId).distinct().toList();
        statuses.lockEntries(roots);
        statuses.recalculate(roots, notification.by());
        return page;
    }

    /// The progress is stored with each entry: the returned id only says that there may be more.
    private Optional<UUID> gather(Notification notification) {
        var release = notification.releaseId();
        var gathered =
                entries.gather(
                        release,
                        batchSizes.gathered(),
                        notification.batchSize(batchSizes.people()));
        return gathered == 0 ? Optional.empty() : Optional.of(release);
    }

    private Optional<UUID> notify(Notification notification) {
        var release = notification.releaseId();
        var people =
                entries.askers(
                        release,
                        notification.position(),
                        notification.batchSize(batchSizes.people()));
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var planned = Recipients.of(entries.voices(notification, people), notification.mode());
        entries.createDeliveries(notification, planned, clock.instant());
        entries.deleteAskers(release, people);
        return Optional.of(people.getLast());
    }

    private Optional<UUID> sendHeld(Notification notification) {
        var limit = notification.batchSize(batchSizes.people());
        var sent =
                deliveries.sendHeld(
                        notification.releaseId(), notification.position(), limit, clock.instant());
        return sent.size() < limit ? Optional.empty() : Optional.of(sent.getLast());
    }

    private Optional<UUID> last(List<NotificationEntries.Family> page, Notification notification) {
        return page.size() < notification.batchSize(batchSizes.entries())
                ? Optional.empty()
                : Optional.of(page.getLast().id());
    }

    private void postpone(UUID release) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        notifications
                                .lockUnfinished(release)
                                .ifPresent(notification -> notification.postpone(clock.instant())));
    }
}
