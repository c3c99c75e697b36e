package dev.steward.backlog.job;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Executes a step of a job as one transaction, with its progress.
@ApplicationScoped
class JobStepExecutor implements JobRunner.Steps {

    private static final int SECONDS = 120;

    private final Jobs jobs;
    private final Map<JobKind, JobHandler> kinds;
    private final WorkAttempts tries;
    private final Clock clock;

    JobStepExecutor(Jobs jobs, Instance<JobHandler> kinds, WorkAttempts tries, Clock clock) {
        this.jobs = jobs;
        this.kinds = kinds.stream().collect(toMap(JobHandler::kind, steps -> steps));
        this.tries = tries;
        this.clock = clock;
    }

    @Override
    public List<UUID> open() {
        return jobs.open();
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(SECONDS);
    }

    @Override
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public boolean advance(UUID id) {
        return jobs.claim(id).map(this::advance).orElse(false);
    }

    private boolean advance(Job job) {
        var steps = steps(job);
        var unit = tries.begin(job.id(), job.done(), steps.whole(job));
        if (unit.isGivenUp() && giveUp(job, "took-too-long", "It took too long at each attempt.")) {
            return false;
        }
        var more = steps.advance(job, unit.most());
        tries.succeed(unit, job.status().isEnd());
        return more;
    }

    @Override
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public void giveUp(UUID id, String code, String message) {
        jobs.claim(id).ifPresent(job -> giveUp(job, code, message));
    }

    private boolean giveUp(Job job, String code, String message) {
        if (!steps(job).giveUp(job)) {
            return false;
        }
        job.fail(code, message, clock.instant().truncatedTo(ChronoUnit.MICROS));
        tries.forget(job.id());
        return true;
    }

    /// Deletes what ended jobs have stored.
    void cleanUp() {
        kinds.values().forEach(JobHandler::cleanUp);
    }

    private JobHandler steps(Job job) {
        var steps = kinds.get(job.kind());
        if (steps == null) {
            throw new IllegalStateException("no handler for jobs of kind " + job.kind());
        }
        return steps;
    }
}
