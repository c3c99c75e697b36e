package dev.steward.backlog.job;

import dev.steward.platform.messaging.Attempts;
import dev.steward.platform.messaging.BackgroundThreads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Every instance looks for work once a second, so a job whose worker died goes on within one.
@ApplicationScoped
public class JobWork {

    private final Jobs jobs;
    private final JobStepping stepping;
    private final JobRounds rounds;

    JobWork(
            Jobs jobs,
            JobStepping stepping,
            WorkTries tries,
            Attempts attempts,
            BackgroundThreads threads) {
        this.jobs = jobs;
        this.stepping = stepping;
        this.rounds = new JobRounds(stepping, tries, attempts, threads);
    }

    @Scheduled(
            every = "${steward.jobs.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        rounds.begin(jobs.open());
    }

    /// Looks, and waits until nothing is under way here.
    public void work() {
        look();
        rounds.await();
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        rounds.stop();
    }

    @Scheduled(
            every = "10m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clearAway() {
        jobs.forget();
        while (stepping.clearAway()) {
            // The next part, in another transaction.
        }
    }
}
