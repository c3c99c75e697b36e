package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Deliveries;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.NotificationStep;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// The steps from a released release to its messages: see [NotificationStep].
@ApplicationScoped
class NotificationSteps {

    private static final BatchSizes DEFAULT_BATCH_SIZES = new BatchSizes(500, 10, 1_000);

    /// How much is processed in one transaction.
    ///
    /// @param entries entries whose status is updated
    /// @param gathered entries whose voters are gathered together, of each as many as `people`
    /// @param people people for whom a message is created or sent
    record BatchSizes(int entries, int gathered, int people) {}

    private final NotificationEntries entries;
    private final GatheredVoices voices;
    private final DeliveryCreation deliveryCreation;
    private final Deliveries deliveries;
    private final EventStore events;
    private final Clock clock;
    private final BatchSizes batchSizes;

    @Inject
    NotificationSteps(
            NotificationEntries entries,
            GatheredVoices voices,
            DeliveryCreation deliveryCreation,
            Deliveries deliveries,
            EventStore events,
            Clock clock) {
        this(entries, voices, deliveryCreation, deliveries, events, clock, DEFAULT_BATCH_SIZES);
    }

    NotificationSteps(
            NotificationEntries entries,
            GatheredVoices voices,
            DeliveryCreation deliveryCreation,
            Deliveries deliveries,
            EventStore events,
            Clock clock,
            BatchSizes batchSizes) {
        this.entries = entries;
        this.voices = voices;
        this.deliveryCreation = deliveryCreation;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
        this.batchSizes = batchSizes;
    }

    /// Processes the next page of the present step; after the last one the next step begins.
    void advance(Notification notification) {
        var people = notification.batchSize(batchSizes.people());
        var page = notification.batchSize(batchSizes.entries());
        var position =
                switch (notification.step()) {
                    case MARKING_SHIPPED -> entries.markShipped(notification, page);
                    case GATHERING_VOICES -> gatherVoices(notification, people);
                    case CREATING_DELIVERIES -> createDeliveries(notification, people);
                    case CLOSING_ENTRIES -> entries.close(notification, page);
                    case SENDING_HELD -> sendHeld(notification, people);
                };
        position.ifPresentOrElse(
                last -> notification.advanceTo(last, clock.instant()), () -> endStep(notification));
    }

    /// The progress is stored with each entry: the returned id only says that there may be more.
    private Optional<UUID> gatherVoices(Notification notification, int voters) {
        var release = notification.releaseId();
        return voices.gather(release, batchSizes.gathered(), voters)
                ? Optional.of(release)
                : Optional.empty();
    }

    private Optional<UUID> createDeliveries(Notification notification, int limit) {
        var people = voices.people(notification, limit);
        if (people.isEmpty()) {
            return Optional.empty();
        }
        deliveryCreation.create(notification, people, clock.instant());
        voices.delete(notification.releaseId(), people);
        return Optional.of(people.getLast());
    }

    private Optional<UUID> sendHeld(Notification notification, int limit) {
        var sent =
                deliveries.sendHeld(
                        notification.releaseId(), notification.position(), limit, clock.instant());
        return sent.size() < limit ? Optional.empty() : Optional.of(sent.getLast());
    }

    private void endStep(Notification notification) {
        if (notification.startNextStep(clock.instant()).isPresent()) {
            return;
        }
        if (notification.step() == NotificationStep.SENDING_HELD) {
            notification.end();
            return;
        }
        var created = deliveries.count(notification.releaseId());
        events.append(notification.by(), notification.opened(created, clock.instant()));
    }
}
