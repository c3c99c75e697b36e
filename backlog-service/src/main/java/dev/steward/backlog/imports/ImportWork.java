package dev.steward.backlog.imports;

import dev.steward.backlog.job.JobRounds;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Every instance looks for work once a second, so a job whose worker died goes on within one. Each
/// open job gets a chunk in turn: a large one holds up no small one.
@ApplicationScoped
class ImportWork {

    private final ImportJobs jobs;
    private final Importing importing;
    private final Staging staging;

    ImportWork(ImportJobs jobs, Importing importing, Staging staging) {
        this.jobs = jobs;
        this.importing = importing;
        this.staging = staging;
    }

    @Scheduled(
            every = "${steward.imports.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        JobRounds.work(jobs.open(), importing);
    }

    @Scheduled(every = "1m", delayed = "30s")
    void sweep() {
        staging.sweep();
    }
}
