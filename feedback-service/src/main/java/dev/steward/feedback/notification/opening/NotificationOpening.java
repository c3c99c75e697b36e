package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Notifications;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// Creates the messages about releases that came out, in steps that are bounded transactions. The
/// progress is stored with the notification: when an instance ends, another one continues after its
/// last step.
@ApplicationScoped
class NotificationOpening {

    private static final Logger LOG = Logger.getLogger(NotificationOpening.class);

    private final Notifications notifications;
    private final NotificationSteps steps;
    private final Clock clock;

    NotificationOpening(Notifications notifications, NotificationSteps steps, Clock clock) {
        this.notifications = notifications;
        this.steps = steps;
        this.clock = clock;
    }

    /// Advances the notification that has waited longest, so that a large one does not block small
    /// ones. A notification whose step fails is postponed, and the others continue.
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
                            steps.advance(found);
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

    private void postpone(UUID release) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        notifications
                                .lockUnfinished(release)
                                .ifPresent(notification -> notification.postpone(clock.instant())));
    }
}
