package dev.steward.backlog.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Every instance looks for work once a second, so a job whose worker died goes on within one.
@ApplicationScoped
public class JobWork {

    private final Jobs jobs;
    private final JobStepping stepping;

    JobWork(Jobs jobs, JobStepping stepping) {
        this.jobs = jobs;
        this.stepping = stepping;
    }

    @Scheduled(
            every = "${steward.jobs.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void work() {
        JobRounds.work(jobs.open(), stepping);
    }

    @Scheduled(every = "1h", delayed = "2m")
    void forget() {
        jobs.forget();
    }
}
