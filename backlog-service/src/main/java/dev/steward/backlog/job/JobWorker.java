package dev.steward.backlog.job;

import dev.steward.platform.messaging.background.Attempts;
import dev.steward.platform.messaging.background.BackgroundThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Looks for open jobs once a second in every instance, so a job whose worker died continues within
/// a second.
@ApplicationScoped
public class JobWorker {

    private final Jobs jobs;
    private final JobStepExecutor executor;
    private final JobRunner runner;

    JobWorker(
            Jobs jobs,
            JobStepExecutor executor,
            WorkAttempts tries,
            Attempts attempts,
            BackgroundThreads threads) {
        this.jobs = jobs;
        this.executor = executor;
        this.runner = new JobRunner(executor, tries, attempts, threads);
    }

    @Scheduled(
            every = "${steward.jobs.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void startOpenJobs() {
        runner.startOpenJobs();
    }

    /// Starts open jobs and waits until they are done here.
    public void runOpenJobs() {
        runner.runOpenJobs();
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        runner.stop();
    }

    @Scheduled(
            every = "10m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cleanUp() {
        jobs.deleteOld();
        executor.cleanUp();
    }
}
