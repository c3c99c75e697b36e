package dev.steward.backlog.job;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/// A step of a job is one transaction: what it does, and how far the job has come.
@ApplicationScoped
class JobStepping implements JobRounds.Steps {

    private final Jobs jobs;
    private final Map<JobKind, JobSteps> kinds;
    private final Clock clock;

    JobStepping(Jobs jobs, Instance<JobSteps> kinds, Clock clock) {
        this.jobs = jobs;
        this.kinds = kinds.stream().collect(toMap(JobSteps::kind, steps -> steps));
        this.clock = clock;
    }

    @Override
    @Transactional
    @TransactionConfiguration(timeout = 120)
    public boolean advance(UUID id) {
        return jobs.claim(id).map(job -> steps(job).advance(job)).orElse(false);
    }

    @Override
    @Transactional
    @TransactionConfiguration(timeout = 120)
    public void giveUp(UUID id, String code, String why) {
        jobs.claim(id)
                .filter(job -> steps(job).giveUp(job))
                .ifPresent(
                        job -> job.fail(code, why, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private JobSteps steps(Job job) {
        var steps = kinds.get(job.kind());
        if (steps == null) {
            throw new IllegalStateException("nobody knows how to do " + job.kind());
        }
        return steps;
    }
}
