package dev.steward.backlog.imports;

import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores an uploaded file part by part, each in a transaction. The import is visible only when the
/// file is complete.
@ApplicationScoped
class RowStaging {

    private static final int MAX_OPEN_IMPORTS = 20;

    private static final Duration LONG_TIMEOUT = Duration.ofMinutes(10);

    private final ImportJobs jobs;
    private final StagedRows rows;
    private final RowErrors errors;
    private final Clock clock;

    RowStaging(ImportJobs jobs, StagedRows rows, RowErrors errors, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.errors = errors;
        this.clock = clock;
    }

    /// @throws TooManyImports when too many imports of the product are open
    @Transactional
    UUID begin(Grant grant, ImportJob.FileKind kind) {
        if (jobs.underWay(grant.productId()) >= MAX_OPEN_IMPORTS) {
            throw new TooManyImports(MAX_OPEN_IMPORTS);
        }
        var job = new ImportJob(grant, kind, now());
        jobs.persist(job);
        return job.id();
    }

    /// @throws ImportNotFound when the upload was given up because it was too slow
    @Transactional
    void stage(UUID id, List<RowParser.ParsedRow> batch) {
        var job = arriving(id);
        rows.add(
                id,
                batch.stream().map(RowParser.ParsedRow::row).flatMap(Optional::stream).toList());
        errors.add(id, batch.stream().flatMap(read -> read.errors().stream()).toList());
        var refused = (int) batch.stream().filter(read -> read.row().isEmpty()).count();
        job.receive(batch.size(), refused, now());
    }

    @Transactional
    void complete(UUID id) {
        arriving(id).completeUpload(rows.refuseRepeated(id), now());
    }

    private ImportJob arriving(UUID id) {
        var job = jobs.locked(id);
        if (job.status().isEnd()) {
            throw new ImportNotFound();
        }
        return job;
    }

    /// Ends an upload; does nothing when the file is complete. Its rows are deleted later.
    @Transactional
    void discard(UUID id) {
        jobs.closeUpload(id, now());
    }

    /// Ends uploads whose client is gone.
    @Transactional
    void closeAbandoned() {
        jobs.closeAbandoned(now().minus(LONG_TIMEOUT), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
