package dev.steward.feedback.notification;

import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.web.problem.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a person about a release. Deliveries are created and claimed many at a time: see
/// [Deliveries].
@Entity
public class Delivery {

    /// After that many attempts it is not tried again; for the pauses between them see
    /// [RetryBackoff].
    public static final int MAX_ATTEMPTS = 12;

    @Id private UUID id;

    private UUID productId;
    private UUID releaseId;
    private UUID contactId;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private @Nullable String text;
    private int attempt;
    private Instant dueAt;

    /// Read by SQL only.
    @SuppressWarnings("UnusedVariable")
    private @Nullable Instant claimedUntil;

    /// Read by SQL only.
    @SuppressWarnings("UnusedVariable")
    private @Nullable Instant settledAt;

    private @Nullable String failure;
    private long version;

    protected Delivery() {}

    /// @param requested null for the default text
    /// @return empty when nothing changes
    /// @throws NotHeld when it is not held
    public Optional<DeliveryEvent> updateText(@Nullable String requested) {
        if (status != DeliveryStatus.HELD) {
            throw new NotHeld(status);
        }
        if (Objects.equals(requested, text)) {
            return Optional.empty();
        }
        text = requested;
        version++;
        return Optional.of(new DeliveryEvent.Edited(version, state(null)));
    }

    public DeliveryEvent sent(Instant now) {
        return settle(DeliveryStatus.SENT, null, now);
    }

    public DeliveryEvent handedOver(Handover handover, Instant now) {
        var changes = end(DeliveryStatus.HANDED_OVER, null, now);
        return new DeliveryEvent.HandedOver(version, changes, state(handover));
    }

    public DeliveryEvent suppressed(Instant now) {
        return settle(DeliveryStatus.SUPPRESSED, null, now);
    }

    public DeliveryEvent unreachable(Instant now) {
        return settle(DeliveryStatus.UNREACHABLE, null, now);
    }

    /// Whether sending was begun as often as allowed, and no attempt could record a result.
    public boolean isExhausted() {
        return attempt > MAX_ATTEMPTS;
    }

    public DeliveryEvent exhausted(Instant now) {
        var reason = failure == null ? "It is not known whether it was sent." : failure;
        return settle(DeliveryStatus.DEAD, reason, now);
    }

    /// @param next when it is tried again
    /// @return empty when it is tried again
    public Optional<DeliveryEvent> failed(String reason, Instant next, Instant now) {
        if (attempt < MAX_ATTEMPTS) {
            retry(reason, next);
            return Optional.empty();
        }
        return Optional.of(settle(DeliveryStatus.DEAD, reason, now));
    }

    /// Ends the claim; the message is tried again when it is due.
    public void retry(String reason, Instant due) {
        failure = reason;
        endClaim(DeliveryStatus.RETRY, due);
    }

    /// As if it had not been claimed: the attempt does not count.
    public void undoClaim(Instant now) {
        attempt--;
        endClaim(DeliveryStatus.RETRY, now);
    }

    /// Ends the claim and holds the message, because it must not be sent now.
    public void hold() {
        endClaim(DeliveryStatus.HELD, dueAt);
    }

    private void endClaim(DeliveryStatus to, Instant due) {
        status = to;
        dueAt = due;
        claimedUntil = null;
    }

    private DeliveryEvent settle(DeliveryStatus as, @Nullable String reason, Instant now) {
        var changes = end(as, reason, now);
        return new DeliveryEvent.Settled(version, changes, state(null));
    }

    private Changes end(DeliveryStatus as, @Nullable String reason, Instant now) {
        var changes = Changes.of("status", status, as);
        endClaim(as, dueAt);
        failure = reason;
        settledAt = now;
        version++;
        return changes;
    }

    private DeliveryEvent.State state(@Nullable Handover handover) {
        return new DeliveryEvent.State(id, productId, releaseId, contactId, status, handover);
    }

    public UUID id() {
        return id;
    }

    public UUID productId() {
        return productId;
    }

    /// Replaces the default text; null for the default.
    public @Nullable String text() {
        return text;
    }

    /// How often sending was begun.
    public int attempt() {
        return attempt;
    }

    public long version() {
        return version;
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
