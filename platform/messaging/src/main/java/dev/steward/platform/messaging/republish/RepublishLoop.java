package dev.steward.platform.messaging.republish;

import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.StepWorker;
import dev.steward.platform.messaging.store.MessagingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Works on republishes of this service, and clears what others lost; neither waits for the other.
/// Any instance may: each step is a transaction that the next one goes on from.
@ApplicationScoped
public class RepublishLoop {

    private final MessagingConfig config;
    private final BackgroundThreads threads;
    private final StepWorker republishing;
    private final StepWorker clearing;

    RepublishLoop(
            MessagingConfig config,
            Republish republish,
            LostAggregates lost,
            BackgroundThreads threads) {
        this.config = config;
        this.threads = threads;
        republishing = new StepWorker("republish", republish::step);
        clearing = new StepWorker("lost-aggregates", lost::step);
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (config.running()) {
            republishing.start(threads);
            clearing.start(threads);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        republishing.stop();
        clearing.stop();
    }
}
