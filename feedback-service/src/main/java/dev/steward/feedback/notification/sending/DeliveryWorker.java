package dev.steward.feedback.notification.sending;

import dev.steward.platform.messaging.background.BackgroundThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends the messages that are due, on a thread of its own; any number of instances may run.
/// Without a mail host nothing is sent or handed over, and all messages wait.
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final String NO_HOST = "none";
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    /// Part of a claim that is reserved for recording the result.
    private static final Duration RECORDING_TIME = Duration.ofSeconds(10);

    private final DeliveryAttempts attempts;
    private final MailSender mailSender;
    private final Clock clock;
    private final BackgroundThreads threads;
    private final String host;
    private final Semaphore stopping = new Semaphore(0);
    private int batchSize = DeliveryAttempts.BATCH_SIZE;
    private volatile boolean running = true;
    private @Nullable Thread thread;

    DeliveryWorker(
            DeliveryAttempts attempts,
            MailSender mailSender,
            Clock clock,
            BackgroundThreads threads,
            @ConfigProperty(name = "quarkus.mailer.host") String host) {
        this.attempts = attempts;
        this.mailSender = mailSender;
        this.clock = clock;
        this.threads = threads;
        this.host = host;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (host.equals(NO_HOST)) {
            LOG.info("STEWARD_MAIL_HOST is not set: no messages are sent until it is.");
        } else {
            thread = threads.start("delivery-worker", this::run);
        }
    }

    /// The message that is being sent is finished; other claimed messages are given back.
    void stop(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        running = false;
        stopping.release();
        if (thread != null) {
            thread.join(SmtpMailSender.TIMEOUT.plusSeconds(5));
        }
    }

    private void run() {
        while (running) {
            try {
                if (processBatch() == 0) {
                    pause(POLL_INTERVAL);
                }
            } catch (RuntimeException e) {
                // Whatever it was: the worker must go on, or no message would be sent any more. The
                // messages that it had claimed are claimed again when the claim expires.
                LOG.warnf(
                        "Sending messages failed, it is tried again: %s",
                        e.getClass().getSimpleName());
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /// @return how many messages were processed
    int processBatch() {
        var claimed = claimBatch();
        for (var i = 0; i < claimed.size(); i++) {
            if (!running || isTooLate(claimed.get(i))) {
                attempts.undoClaim(claimed.subList(i, claimed.size()), clock.instant());
                return i;
            }
            send(claimed.get(i));
        }
        return claimed.size();
    }

    /// After a failure messages are claimed one at a time. One that fails alone is postponed, so
    /// that it does not block all others.
    private List<ClaimedMessage> claimBatch() {
        try {
            var claimed = attempts.claim(clock.instant(), batchSize);
            batchSize = DeliveryAttempts.BATCH_SIZE;
            return claimed;
        } catch (RuntimeException e) {
            if (batchSize == 1) {
                attempts.postponeNext(clock.instant(), e.getClass().getSimpleName());
            }
            batchSize = 1;
            throw e;
        }
    }

    private void send(ClaimedMessage claimedMessage) {
        try {
            mailSender.send(claimedMessage);
        } catch (MailSender.SendFailed e) {
            LOG.infof(
                    "Sending delivery %s failed, attempt %d.",
                    claimedMessage.id(), claimedMessage.attempt());
            var reason = String.valueOf(e.getMessage());
            recordUntilSaved(
                    claimedMessage,
                    () -> attempts.recordFailure(claimedMessage, reason, clock.instant()));
            return;
        }
        recordUntilSaved(
                claimedMessage, () -> attempts.recordSent(claimedMessage, clock.instant()));
    }

    /// Only this thread knows the result: as long as the claim lasts, it is recorded again after a
    /// database failure, so that the message is not sent twice. Recording it twice changes nothing.
    private void recordUntilSaved(ClaimedMessage claimedMessage, Runnable write) {
        while (true) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                if (!running || !clock.instant().isBefore(claimedMessage.claimedUntil())) {
                    throw e;
                }
                pause(POLL_INTERVAL);
            }
        }
    }

    /// Whether the claim could expire before the result is recorded.
    private boolean isTooLate(ClaimedMessage claimedMessage) {
        return clock.instant()
                .plus(SmtpMailSender.TIMEOUT)
                .plus(RECORDING_TIME)
                .isAfter(claimedMessage.claimedUntil());
    }

    private void pause(Duration duration) {
        try {
            if (stopping.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                running = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
