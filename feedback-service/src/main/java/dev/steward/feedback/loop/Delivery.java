package dev.steward.feedback.loop;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a person about a release.
///
/// @param text what somebody wrote instead of what would be written
/// @param attempt how often somebody has begun to send it
/// @param failure why the last attempt failed
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

    /// After that many attempts nobody tries again: see [Patience].
    static final int MOST_ATTEMPTS = 12;

    /// @param wanted null: as it would be written
    /// @return empty when it is so already
    /// @throws DeliveryIsUnderWay when it is too late
    Optional<DeliveryEvent.Edited> edit(@Nullable String wanted) {
        if (status != DeliveryStatus.HELD) {
            throw new DeliveryIsUnderWay();
        }
        return Objects.equals(wanted, text)
                ? Optional.empty()
                : Optional.of(new DeliveryEvent.Edited(next(status, wanted, failure), this));
    }

    DeliveryEvent.Settled sent() {
        return settle(DeliveryStatus.SENT, null);
    }

    DeliveryEvent.HandedOver handedOver(Handover handover) {
        return new DeliveryEvent.HandedOver(
                next(DeliveryStatus.HANDED_OVER, text, null), this, handover);
    }

    DeliveryEvent.Settled unwanted() {
        return settle(DeliveryStatus.SUPPRESSED, null);
    }

    DeliveryEvent.Settled withoutAddress() {
        return settle(DeliveryStatus.UNREACHABLE, null);
    }

    /// Somebody has begun to send it as often as may be, and none could say what became of it.
    boolean isExhausted() {
        return attempt > MOST_ATTEMPTS;
    }

    DeliveryEvent.Settled exhausted() {
        return settle(
                DeliveryStatus.DEAD,
                failure == null ? "It is not known whether it was sent." : failure);
    }

    /// @return empty while it is tried again
    Optional<DeliveryEvent.Settled> failed(String why) {
        return attempt < MOST_ATTEMPTS
                ? Optional.empty()
                : Optional.of(settle(DeliveryStatus.DEAD, why));
    }

    private DeliveryEvent.Settled settle(DeliveryStatus end, @Nullable String why) {
        return new DeliveryEvent.Settled(next(end, text, why), this);
    }

    private Delivery next(DeliveryStatus status, @Nullable String text, @Nullable String failure) {
        return new Delivery(
                id, productId, releaseId, contactId, version + 1, status, text, attempt, failure);
    }
}
