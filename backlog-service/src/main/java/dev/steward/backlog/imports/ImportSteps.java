package dev.steward.backlog.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.item.importing.ImportResult;
import dev.steward.backlog.item.importing.ImportedItem;
import dev.steward.backlog.item.importing.ItemImport;
import dev.steward.backlog.job.JobRunner;
import dev.steward.backlog.job.WorkAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The steps of an import. A chunk of rows is one transaction with its items, their events and the
/// progress; when a worker dies, the import continues after the last chunk.
@ApplicationScoped
class ImportSteps implements JobRunner.Steps {

    private static final int CHUNK = 500;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// Number of rows that took too long after which the whole import fails.
    private static final int MAX_GIVEN_UP = 10;

    private static final String STAYS_IN = "Imported items stay.";

    private final ImportJobs jobs;
    private final StagedRows rows;
    private final RowErrors errors;
    private final ExternalKeys keys;
    private final ItemImport items;
    private final WorkAttempts tries;
    private final Clock clock;

    ImportSteps(
            ImportJobs jobs,
            StagedRows rows,
            RowErrors errors,
            ExternalKeys keys,
            ItemImport items,
            WorkAttempts tries,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.errors = errors;
        this.keys = keys;
        this.items = items;
        this.tries = tries;
        this.clock = clock;
    }

    @Override
    public List<UUID> open() {
        return jobs.open();
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    /// Imports the next chunk, or ends the import.
    ///
    /// @return false when there is nothing to do: it has ended, or another worker holds it
    @Override
    @Transactional
    public boolean advance(UUID id) {
        var job = jobs.claim(id);
        job.ifPresent(this::advance);
        return job.isPresent();
    }

    private void advance(ImportJob job) {
        var unit = tries.begin(job.id(), job.position(), CHUNK);
        if (unit.isGivenUp()) {
            skipNext(job);
        } else {
            importNext(job, unit.most());
        }
        tries.succeed(unit, job.status().isEnd());
    }

    private void importNext(ImportJob job, int most) {
        var next = rows.next(job, most);
        var chunk = next.rows();
        if (!chunk.isEmpty()) {
            var results = importChunk(job, chunk);
            errors.add(job.id(), refusals(chunk, results));
            continueAfter(job, chunk.getLast().number(), ImportCounts.of(results));
        }
        if (next.isLast()) {
            job.succeed(now());
        }
    }

    private void continueAfter(ImportJob job, int number, ImportCounts added) {
        rows.forget(job.id(), number);
        job.advance(number, added, now());
    }

    /// Skips a single row that took too long at each attempt.
    private void skipNext(ImportJob job) {
        var row = rows.first(job);
        errors.add(job.id(), List.of(RowError.ofTimeOut(row.line())));
        continueAfter(job, row.number(), ImportCounts.failed(1));
        if (errors.countTimeOuts(job.id()) >= MAX_GIVEN_UP) {
            job.fail(MAX_GIVEN_UP + " rows took too long at each attempt. " + STAYS_IN, now());
        }
    }

    private List<ImportResult> importChunk(ImportJob job, List<StagedRow> chunk) {
        jobs.lockProduct(job.productId());
        var known = keys.known(job, externalKeys(chunk));
        var importedItems = chunk.stream().map(row -> item(row, known)).toList();
        if (job.isDryRun()) {
            return items.preview(importedItems);
        }
        var results = items.apply(job.creationContext(), importedItems);
        keys.add(job, newKeys(chunk, importedItems));
        return results;
    }

    @Transactional
    void cancel(UUID id) {
        jobs.locked(id).cancel(now());
    }

    @Override
    @Transactional
    public void giveUp(UUID id, String code, String why) {
        jobs.claim(id)
                .ifPresent(job -> {
                    job.fail(why + " " + STAYS_IN, now());
                    tries.forget(id);
                });
    }

    private static ImportedItem item(StagedRow row, Map<String, UUID> known) {
        var id = row.externalKey() == null ? null : known.get(row.externalKey());
        return row.item()
                .as(
                        Objects.requireNonNullElseGet(id, UuidCreator::getTimeOrderedEpoch),
                        id != null);
    }

    private static List<String> externalKeys(List<StagedRow> chunk) {
        return chunk.stream().map(StagedRow::externalKey).flatMap(Stream::ofNullable).toList();
    }

    private static Map<String, UUID> newKeys(List<StagedRow> chunk, List<ImportedItem> items) {
        Map<String, UUID> ids = new HashMap<>();
        for (var i = 0; i < chunk.size(); i++) {
            @Nullable String key = chunk.get(i).externalKey();
            if (key != null && !items.get(i).known()) {
                ids.put(key, items.get(i).id());
            }
        }
        return ids;
    }

    private static List<RowError> refusals(List<StagedRow> chunk, List<ImportResult> results) {
        return IntStream.range(0, chunk.size())
                .mapToObj(i ->
                        results.get(i) instanceof ImportResult.Refused(var code, var reason)
                                ? new RowError(chunk.get(i).line(), null, code, reason)
                                : null)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
