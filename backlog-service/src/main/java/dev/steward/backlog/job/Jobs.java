package dev.steward.backlog.job;

import dev.steward.platform.access.Grant;
import dev.steward.platform.database.ChunkedDeletion;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/// Repository of jobs.
@ApplicationScoped
public class Jobs implements PanacheRepositoryBase<Job, UUID> {

    private static final int MAX_DELETED = 1_000;

    private static final String DELETE =
            """
            delete from job where id in (
                select id from job where ended_at < now() - interval '30 days' order by ended_at limit :most)
            """;

    private final ChunkedDeletion deletion;
    private final Clock clock;

    Jobs(ChunkedDeletion deletion, Clock clock) {
        this.deletion = deletion;
        this.clock = clock;
    }

    /// Creates a job, in the transaction that reserves what it works on.
    @Transactional(Transactional.TxType.MANDATORY)
    public Job accept(Grant grant, Job.Assignment assignment) {
        var job = new Job(grant, assignment, clock.instant().truncatedTo(ChronoUnit.MICROS));
        persistAndFlush(job);
        return job;
    }

    /// @throws JobNotFound when there is none
    Job named(UUID id) {
        return findByIdOptional(id).orElseThrow(JobNotFound::new);
    }

    /// Locks it for this transaction; empty when it has ended or somebody else holds it.
    Optional<Job> claim(UUID id) {
        return find("id = ?1 and endedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    List<UUID> open() {
        return find("select id from Job where endedAt is null order by id")
                .project(UUID.class)
                .page(Page.ofSize(1_000))
                .list();
    }

    /// Deletes the jobs that ended long ago.
    void deleteOld() {
        deletion.run(DELETE, MAX_DELETED);
    }
}
