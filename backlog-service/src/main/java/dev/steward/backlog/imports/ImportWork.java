package dev.steward.backlog.imports;

import dev.steward.backlog.job.JobRounds;
import dev.steward.backlog.job.WorkTries;
import dev.steward.platform.messaging.Attempts;
import dev.steward.platform.messaging.BackgroundThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Every instance looks for work once a second, so a job whose worker died goes on within one.
@ApplicationScoped
class ImportWork {

    private final ImportJobs jobs;
    private final Staging staging;
    private final ImportClearance clearance;
    private final JobRounds rounds;

    ImportWork(
            ImportJobs jobs,
            Importing importing,
            Staging staging,
            ImportClearance clearance,
            WorkTries tries,
            Attempts attempts,
            BackgroundThreads threads) {
        this.jobs = jobs;
        this.staging = staging;
        this.clearance = clearance;
        this.rounds = new JobRounds(importing, tries, attempts, threads);
    }

    @Scheduled(
            every = "${steward.imports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        rounds.begin(jobs.open());
    }

    /// Looks, and waits until nothing is under way here.
    void work() {
        look();
        rounds.await();
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        rounds.stop();
    }

    @Scheduled(
            every = "1m",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        staging.closeAbandoned();
        while (clearance.clear()) {
            // The next part, in another transaction.
        }
    }
}
