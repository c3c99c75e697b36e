package dev.steward.backlog.imports;

import dev.steward.backlog.job.JobRunner;
import dev.steward.backlog.job.WorkAttempts;
import dev.steward.platform.messaging.Attempts;
import dev.steward.platform.messaging.BackgroundThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Every instance looks for work once a second, so a job whose worker died goes on within one.
@ApplicationScoped
class ImportWorker {

    private final ImportJobs jobs;
    private final RowStaging staging;
    private final ImportCleanup cleanup;
    private final JobRunner runner;

    ImportWorker(
            ImportJobs jobs,
            ImportSteps steps,
            RowStaging staging,
            ImportCleanup cleanup,
            WorkAttempts tries,
            Attempts attempts,
            BackgroundThreads threads) {
        this.jobs = jobs;
        this.staging = staging;
        this.cleanup = cleanup;
        this.runner = new JobRunner(steps, tries, attempts, threads);
    }

    @Scheduled(
            every = "${steward.imports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        runner.begin(jobs.open());
    }

    /// Looks, and waits until nothing is under way here.
    void work() {
        look();
        runner.await();
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
        while (cleanup.clear()) {
            // The next part, in another transaction.
        }
    }
}
