package dev.steward.feedback.notification.sending;

import dev.steward.feedback.notification.Deliveries;
import dev.steward.feedback.notification.Delivery;
import dev.steward.feedback.notification.DeliveryEvent;
import dev.steward.feedback.status.FeedbackStatuses;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Claims messages, and records the result of sending them, each in a transaction of its own. When
/// an instance ends in between, another one sends the message again after the claim has expired,
/// with the same `Message-ID`.
@ApplicationScoped
class DeliveryAttempts {

    /// How long a message waits when the instance that claimed it has ended. Longer than sending
    /// one message may take; what of a batch would take longer is given back: see [DeliveryWorker].
    static final Duration CLAIM_DURATION = Duration.ofMinutes(1);

    static final int BATCH_SIZE = 10;

    private static final EventContext BY = EventContext.system("courier");

    private final Deliveries deliveries;
    private final Messages messages;
    private final FeedbackStatuses statuses;
    private final EventStore events;

    DeliveryAttempts(
            Deliveries deliveries,
            Messages messages,
            FeedbackStatuses statuses,
            EventStore events) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.statuses = statuses;
        this.events = events;
    }

    /// Claims messages that are due. A message that its source delivers is handed over right here;
    /// one whose recipient has opted out or has no usable address is settled. When the release was
    /// rolled back before it was sent, it is held.
    @Transactional
    List<ClaimedMessage> claim(Instant now, int limit) {
        var claimed = deliveries.claim(now, now.plus(CLAIM_DURATION), limit);
        if (claimed.isEmpty()) {
            return List.of();
        }
        var messagesById = messages.to(claimed.stream().map(Delivery::id).toList());
        var toSend = new ArrayList<ClaimedMessage>();
        var settled = new ArrayList<DeliveryEvent>();
        for (var delivery : claimed) {
            var addressed = Optional.ofNullable(messagesById.get(delivery.id())).orElseThrow();
            if (!addressed.isReleased()) {
                delivery.hold();
                continue;
            }
            if (delivery.isExhausted()) {
                settled.add(delivery.exhausted(now));
                continue;
            }
            switch (addressed.channel()) {
                case Channel.OptedOut _ -> settled.add(delivery.suppressed(now));
                case Channel.Unreachable _ -> settled.add(delivery.unreachable(now));
                case Channel.Source source ->
                        settled.add(delivery.handedOver(source.handover(), now));
                case Channel.Email email ->
                        toSend.add(
                                new ClaimedMessage(
                                        delivery.id(),
                                        delivery.attempt(),
                                        now.plus(CLAIM_DURATION),
                                        email.address(),
                                        addressed.message()));
            }
        }
        settle(settled);
        return toSend;
    }

    /// Postpones the next message, because claiming it fails, so that those behind it get their
    /// turn. It is not settled here, since that may be what fails.
    @Transactional
    void postponeNext(Instant now, String reason) {
        deliveries
                .claim(now, now.plus(CLAIM_DURATION), 1)
                .forEach(delivery -> delivery.retry(reason, retryAt(delivery, now)));
    }

    /// Does nothing when the claim has been lost: whoever has it records the result.
    @Transactional
    void recordSent(ClaimedMessage claimedMessage, Instant now) {
        deliveries
                .lockClaimed(claimedMessage.id(), claimedMessage.attempt())
                .map(delivery -> delivery.sent(now))
                .ifPresent(sent -> settle(List.of(sent)));
    }

    @Transactional
    void recordFailure(ClaimedMessage claimedMessage, String reason, Instant now) {
        deliveries
                .lockClaimed(claimedMessage.id(), claimedMessage.attempt())
                .flatMap(delivery -> delivery.failed(reason, retryAt(delivery, now), now))
                .ifPresent(dead -> settle(List.of(dead)));
    }

    /// Gives back messages that will not be sent here: another instance may claim them at once.
    @Transactional
    void undoClaim(List<ClaimedMessage> rest, Instant now) {
        rest.forEach(claimedMessage ->
                deliveries
                        .lockClaimed(claimedMessage.id(), claimedMessage.attempt())
                        .ifPresent(delivery -> delivery.undoClaim(now)));
    }

    private static Instant retryAt(Delivery delivery, Instant now) {
        return now.plus(RetryBackoff.delayAfter(delivery.attempt()));
    }

    private void settle(List<DeliveryEvent> settled) {
        if (settled.isEmpty()) {
            return;
        }
        events.append(BY, settled);
        List<UUID> ids = settled.stream().map(event -> event.state().id()).toList();
        statuses.recalculate(messages.lockEntries(ids), BY);
    }
}
