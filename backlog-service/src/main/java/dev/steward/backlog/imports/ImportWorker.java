package dev.steward.backlog.imports;

import dev.steward.backlog.job.JobRunner;
import dev.steward.backlog.job.WorkAttempts;
import dev.steward.platform.messaging.background.Attempts;
import dev.steward.platform.messaging.background.BackgroundThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Looks for open imports once a second in every instance, so an import whose worker died continues
/// within a second.
@ApplicationScoped
class ImportWorker {

    private final RowStaging staging;
    private final ImportCleanup cleanup;
    private final JobRunner runner;

    ImportWorker(
            ImportSteps steps,
            RowStaging staging,
            ImportCleanup cleanup,
            WorkAttempts tries,
            Attempts attempts,
            BackgroundThreads threads) {
        this.staging = staging;
        this.cleanup = cleanup;
        this.runner = new JobRunner(steps, tries, attempts, threads);
    }

    @Scheduled(
            every = "${steward.imports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void startOpenImports() {
        runner.startOpenJobs();
    }

    /// Starts open imports and waits until they are done here.
    void runOpenImports() {
        runner.runOpenJobs();
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        runner.stop();
    }

    @Scheduled(
            every = "1m",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        staging.closeAbandoned();
        cleanup.clear();
    }
}
