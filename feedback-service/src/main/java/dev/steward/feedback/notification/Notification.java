package dev.steward.feedback.notification;

import dev.steward.platform.messaging.store.EventContext;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Telling everybody who asked for what a release contains: closing the feedback loop. It holds its
/// own progress, so that any instance can go on with it. The release's event creates it.
@Entity
@Table(name = "loop")
public class Notification {

    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    @Id private UUID releaseId;

    private UUID productId;
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private NotificationMode mode;

    /// Read by SQL only.
    @SuppressWarnings("UnusedVariable")
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private NotificationStatus status = NotificationStatus.OPENING;

    @Enumerated(EnumType.STRING)
    private NotificationStep step = NotificationStep.MARKING_SHIPPED;

    @Column(name = "place")
    private @Nullable UUID position;

    /// Read by SQL only.
    @SuppressWarnings("UnusedVariable")
    private Instant dueAt;

    private int failures;

    // Who caused the release.
    private @Nullable String onBehalfOf;
    private @Nullable String requestId;
    private @Nullable UUID causeId;
    private @Nullable String traceparent;

    protected Notification() {}

    /// @param by who caused the release
    public Notification(
            UUID releaseId, UUID productId, NotificationMode mode, EventContext by, Instant now) {
        this.releaseId = releaseId;
        this.productId = productId;
        this.mode = mode;
        this.openedAt = now;
        this.dueAt = now;
        this.onBehalfOf = by.onBehalfOf();
        this.requestId = by.requestId();
        this.causeId = by.causeId();
        this.traceparent = by.traceparent();
    }

    /// The release was rolled back: messages that are not created yet are not created.
    public void stop() {
        if (status == NotificationStatus.OPENING) {
            status = NotificationStatus.STOPPED;
        }
    }

    /// The release is out again: a stopped notification starts with its first step.
    ///
    /// @return whether it was stopped
    public boolean restart(Instant now) {
        if (status != NotificationStatus.STOPPED) {
            return false;
        }
        status = NotificationStatus.OPENING;
        openedAt = now;
        start(NotificationStep.MARKING_SHIPPED, now);
        return true;
    }

    private void start(NotificationStep first, Instant now) {
        step = first;
        position = null;
        dueAt = now;
        failures = 0;
    }

    /// Continues the step after a position.
    ///
    /// @param last the last id that the step has processed
    public void advanceTo(UUID last, Instant now) {
        position = last;
        succeed(now);
    }

    /// @return empty after the last step
    public Optional<NotificationStep> startNextStep(Instant now) {
        var next = step.next();
        next.ifPresent(following -> {
            step = following;
            position = null;
            succeed(now);
        });
        return next;
    }

    private void succeed(Instant now) {
        dueAt = now;
        failures = Math.max(failures - 1, 0);
    }

    /// All messages are created.
    ///
    /// @param deliveries number of messages
    public NotificationEvent opened(long deliveries, Instant now) {
        end();
        openedAt = now;
        return new NotificationEvent.Opened(version, state(), deliveries);
    }

    /// No step is left.
    public void end() {
        status = NotificationStatus.OPEN;
        position = null;
    }

    /// Starts sending the held messages.
    ///
    /// @param deliveries number of these messages
    public NotificationEvent send(long deliveries, Instant now) {
        status = NotificationStatus.SENDING;
        start(NotificationStep.SENDING_HELD, now);
        version++;
        return new NotificationEvent.Sent(version, state(), deliveries);
    }

    /// After a failure: others get their turn.
    public void postpone(Instant now) {
        var pause = Duration.ofSeconds(1L << Math.min(failures, 6));
        dueAt = now.plus(pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE);
        failures++;
    }

    /// Half as many after each failure: what is too much at once may succeed in parts.
    public int batchSize(int regular) {
        return Math.max(1, regular >> Math.min(failures, 16));
    }

    public EventContext by() {
        return new EventContext("system:loop", onBehalfOf, requestId, causeId, traceparent);
    }

    private NotificationEvent.State state() {
        return new NotificationEvent.State(releaseId, productId, mode);
    }

    public UUID releaseId() {
        return releaseId;
    }

    public UUID productId() {
        return productId;
    }

    /// The product's setting when the release came out.
    public NotificationMode mode() {
        return mode;
    }

    public NotificationStatus status() {
        return status;
    }

    public NotificationStep step() {
        return step;
    }

    /// The last id that the step has processed; null at the beginning of the step.
    public @Nullable UUID position() {
        return position;
    }
}
