package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.NotificationStarted;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.StepWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/// Runs [NotificationOpening] in the background; any number of instances may run.
@ApplicationScoped
class NotificationWorker {

    private final BackgroundThreads threads;
    private final StepWorker worker;

    NotificationWorker(NotificationOpening opening, BackgroundThreads threads) {
        this.threads = threads;
        this.worker = new StepWorker("loop-opening", opening::step);
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        worker.start(threads);
    }

    /// After the transaction that started the notification is committed.
    void wake(
            @Observes(during = TransactionPhase.AFTER_SUCCESS)
                    NotificationStarted notificationStarted) {
        worker.wake();
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        worker.stop();
    }
}
