package dev.steward.feedback.loop;

import dev.steward.platform.messaging.BackgroundThreads;
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

/// Sends what is due, on a thread of its own; any number of instances may. Without a mail host
/// nothing is sent or handed over and everything waits.
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final String NO_HOST = "none";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    /// What remains of a claim for saying what became of the message.
    private static final Duration TO_SAY_SO = Duration.ofSeconds(10);

    private final Dispatch dispatch;
    private final Post post;
    private final Clock clock;
    private final BackgroundThreads threads;
    private final String host;
    private final Semaphore stopping = new Semaphore(0);
    private int most = Dispatch.BATCH;
    private volatile boolean running = true;
    private @Nullable Thread thread;

    Courier(
            Dispatch dispatch,
            Post post,
            Clock clock,
            BackgroundThreads threads,
            @ConfigProperty(name = "quarkus.mailer.host") String host) {
        this.dispatch = dispatch;
        this.post = post;
        this.clock = clock;
        this.threads = threads;
        this.host = host;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (host.equals(NO_HOST)) {
            LOG.info("STEWARD_MAIL_HOST is not set: messages wait until it is.");
        } else {
            thread = threads.start("courier", this::run);
        }
    }

    /// What is being sent is finished, what was claimed besides is given back.
    void stop(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        running = false;
        stopping.release();
        if (thread != null) {
            thread.join(ElectronicMail.LONGEST.plusSeconds(5));
        }
    }

    private void run() {
        while (running) {
            try {
                if (pass() == 0) {
                    pause(POLL);
                }
            } catch (RuntimeException e) {
                // Whatever it was: a courier that ends would keep every message to itself. What it
                // had claimed somebody takes when the claim is over.
                LOG.warnf("Messages wait: %s", e.getClass().getSimpleName());
                pause(AFTER_A_FAILURE);
            }
        }
    }

    /// @return how many messages were taken on
    int pass() {
        var claimed = claim();
        for (var i = 0; i < claimed.size(); i++) {
            if (!running || isLate(claimed.get(i))) {
                dispatch.giveBack(claimed.subList(i, claimed.size()), clock.instant());
                return i;
            }
            deliver(claimed.get(i));
        }
        return claimed.size();
    }

    /// One at a time after a failure; one that fails alone is put off, or it would stand in the way
    /// of all others for ever.
    private List<Outgoing> claim() {
        try {
            var claimed = dispatch.claim(clock.instant(), most);
            most = Dispatch.BATCH;
            return claimed;
        } catch (RuntimeException e) {
            if (most == 1) {
                dispatch.skip(clock.instant(), e.getClass().getSimpleName());
            }
            most = 1;
            throw e;
        }
    }

    private void deliver(Outgoing outgoing) {
        try {
            post.send(outgoing);
        } catch (Post.NotTaken e) {
            LOG.infof("Delivery %s, attempt %d, was not taken.", outgoing.id(), outgoing.attempt());
            var why = String.valueOf(e.getMessage());
            sayUntilItIsKept(outgoing, () -> dispatch.failed(outgoing, why, clock.instant()));
            return;
        }
        sayUntilItIsKept(outgoing, () -> dispatch.sent(outgoing, clock.instant()));
    }

    /// Only this thread knows what became of the message: as long as it is ours, a database that is
    /// away for a moment must not have it sent again. Saying it twice changes nothing.
    private void sayUntilItIsKept(Outgoing outgoing, Runnable say) {
        while (true) {
            try {
                say.run();
                return;
            } catch (RuntimeException e) {
                if (!running || !clock.instant().isBefore(outgoing.until())) {
                    throw e;
                }
                pause(POLL);
            }
        }
    }

    /// It could be somebody else's before we had said that it is sent.
    private boolean isLate(Outgoing outgoing) {
        return clock.instant()
                .plus(ElectronicMail.LONGEST)
                .plus(TO_SAY_SO)
                .isAfter(outgoing.until());
    }

    private void pause(Duration most) {
        try {
            if (stopping.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                running = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
