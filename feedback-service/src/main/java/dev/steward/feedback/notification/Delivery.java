package dev.steward.feedback.notification;

import dev.steward.platform.web.problem.Conflict;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a person about a release.
///
/// @param text replaces the default text; null for the default
/// @param attempt how often sending was begun
/// @param failure why the last attempt failed; null when it did not
public record Delivery(
        UUID id,
        UUID productId,
        UUID releaseId,
        UUID contactId,
        long version,
        DeliveryStatus status,
        @Nullable String text,
        int attempt,
        @Nullable String failure) {

    /// After that many attempts it is not tried again; for the pauses between them see
    /// [RetryBackoff].
    public static final int MAX_ATTEMPTS = 12;

    /// @param requested null for the default text
    /// @return empty when nothing changes
    /// @throws NotHeld when it is not held
    public Optional<DeliveryEvent.Edited> updateText(@Nullable String requested) {
        if (status != DeliveryStatus.HELD) {
            throw new NotHeld(status);
        }
        return Objects.equals(requested, text)
                ? Optional.empty()
                : Optional.of(new DeliveryEvent.Edited(next(status, requested, failure), this));
    }

    public DeliveryEvent.Settled sent() {
        return settle(DeliveryStatus.SENT, null);
    }

    public DeliveryEvent.HandedOver handedOver(Handover handover) {
        return new DeliveryEvent.HandedOver(
                next(DeliveryStatus.HANDED_OVER, text, null), this, handover);
    }

    public DeliveryEvent.Settled suppressed() {
        return settle(DeliveryStatus.SUPPRESSED, null);
    }

    public DeliveryEvent.Settled unreachable() {
        return settle(DeliveryStatus.UNREACHABLE, null);
    }

    /// Whether sending was begun as often as allowed, and no attempt could record a result.
    public boolean isExhausted() {
        return attempt > MAX_ATTEMPTS;
    }

    public DeliveryEvent.Settled exhausted() {
        return settle(
                DeliveryStatus.DEAD,
                failure == null ? "It is not known whether it was sent." : failure);
    }

    /// @return empty when it is tried again
    public Optional<DeliveryEvent.Settled> failed(String reason) {
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

    /// Only the text of a held message can be updated.
    static final class NotHeld extends Conflict {

        NotHeld(DeliveryStatus status) {
            super(
                    "delivery-under-way",
                    "The message is "
                            + status
                            + ": its text can be updated only while it is HELD.");
        }
    }
}
