package dev.steward.feedback.loop;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a person about a release.
///
/// @param text what somebody wrote instead of what would be written
/// @param attempt how often somebody has begun to send it
/// @param failure reason the last attempt failed
record Delivery(
        UUID id,
        UUID productId,
        UUID releaseId,
        UUID contactId,
        long version,
        DeliveryStatus status,
        @Nullable String text,
        int attempt,
        @Nullable String failure) {

    /// After that many attempts nobody tries again: see [RetryBackoff].
    static final int MAX_ATTEMPTS = 12;

    /// @param wanted null: as it would be written
    /// @return empty when it is so already
    /// @throws DeliveryIsUnderWay when it is too late
    Optional<DeliveryEvent.Edited> updateText(@Nullable String requested) {
        if (status != DeliveryStatus.HELD) {
            throw new DeliveryNotHeld();
        }
        return Objects.equals(requested, text)
                ? Optional.empty()
                : Optional.of(new DeliveryEvent.Edited(next(status, requested, failure), this));
    }

    DeliveryEvent.Settled sent() {
        return settle(DeliveryStatus.SENT, null);
    }

    DeliveryEvent.HandedOver handedOver(Handover handover) {
        return new DeliveryEvent.HandedOver(
                next(DeliveryStatus.HANDED_OVER, text, null), this, handover);
    }

    DeliveryEvent.Settled suppressed() {
        return settle(DeliveryStatus.SUPPRESSED, null);
    }

    DeliveryEvent.Settled unreachable() {
        return settle(DeliveryStatus.UNREACHABLE, null);
    }

    /// Somebody has begun to send it as often as may be, and none could say what became of it.
    boolean isExhausted() {
        return attempt > MAX_ATTEMPTS;
    }

    DeliveryEvent.Settled exhausted() {
        return settle(
                DeliveryStatus.DEAD,
                failure == null ? "It is not known whether it was sent." : failure);
    }

    /// @return empty while it is tried again
    Optional<DeliveryEvent.Settled> failed(String reason) {
        return attempt < MAX_ATTEMPTS
                ? Optional.empty()
                : Optional.of(settle(DeliveryStatus.DEAD, reason));
    }

    private DeliveryEvent.Settled settle(DeliveryStatus end, @Nullable String reason) {
        return new DeliveryEvent.Settled(next(end, text, reason), this);
    }

    private Delivery next(DeliveryStatus status, @Nullable String text, @Nullable String failure) {
        return new Delivery(
                id, productId, releaseId, contactId, version + 1, status, text, attempt, failure);
    }
}
