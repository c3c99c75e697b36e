package dev.steward.backlog.imports;

import dev.steward.platform.access.Grant;
import dev.steward.platform.web.problem.Conflict;
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
public class RowStaging {

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

    /// How a file is to be imported.
    ///
    /// @param system name of the source tool; tool and key together identify an item
    /// @param dryRun whether nothing is changed
    /// @param unusedColumns columns that are not read
    public record FileKind(String system, boolean dryRun, List<String> unusedColumns) {}

    /// A row that is either an item or has errors.
    public record ParsedRow(Optional<StagedRow> row, List<RowError> errors) {

        /// Also with warnings.
        public static ParsedRow of(StagedRow row, List<RowError> errors) {
            return errors.stream().allMatch(error -> error.severity() == RowError.Severity.WARNING)
                    ? new ParsedRow(Optional.of(row), errors)
                    : new ParsedRow(Optional.empty(), errors);
        }
    }

    /// @throws TooManyImports when too many imports of the product are open
    @Transactional
    public UUID begin(Grant grant, FileKind kind) {
        if (jobs.underWay(grant.productId()) >= MAX_OPEN_IMPORTS) {
            throw new TooManyImports(MAX_OPEN_IMPORTS);
        }
        var job = new ImportJob(grant, kind, now());
        jobs.persist(job);
        return job.id();
    }

    /// @throws ImportNotFound when the upload was given up because it was too slow
    @Transactional
    public void stage(UUID id, List<ParsedRow> batch) {
        var job = arriving(id);
        rows.add(id, batch.stream().map(ParsedRow::row).flatMap(Optional::stream).toList());
        errors.add(id, batch.stream().flatMap(read -> read.errors().stream()).toList());
        var refused = (int) batch.stream().filter(read -> read.row().isEmpty()).count();
        job.receive(batch.size(), refused, now());
    }

    @Transactional
    public void complete(UUID id) {
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
    public void discard(UUID id) {
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

    static final class TooManyImports extends Conflict {

        TooManyImports(int most) {
            super(
                    "too-many-imports",
                    "The product has " + most + " imports under way: wait for one, or cancel one.");
        }
    }
}
