package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Deliveries;
import dev.steward.feedback.notification.Notifications;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.NamedLocks;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Workers that open notifications, each over a database of its own.
@Singleton
class OpeningWorkers {

    private final NamedLocks locks;
    private final FeedbackStatuses statuses;
    private final EventStore events;

    OpeningWorkers(NamedLocks locks, FeedbackStatuses statuses, EventStore events) {
        this.locks = locks;
        this.statuses = statuses;
        this.events = events;
    }

    NotificationOpening worker(
            Database over, Clock clock, NotificationSteps.BatchSizes batchSizes) {
        var steps =
                new NotificationSteps(
                        new NotificationEntries(over, new ShippedEntries(over, statuses), statuses),
                        new GatheredVoices(over),
                        new DeliveryCreation(over, locks, new Voices(over)),
                        new Deliveries(over),
                        events,
                        clock,
                        batchSizes);
        return new NotificationOpening(new Notifications(over), steps, clock);
    }
}
