package dev.steward.backlog.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.item.ImportedItem;
import dev.steward.backlog.item.ItemImport;
import dev.steward.backlog.item.ImportResult;
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

/// The work on an import. A chunk is one transaction: its items, their events and how far the job
/// has come; whoever dies leaves the job at the last chunk, and free.
@ApplicationScoped
class ImportSteps implements JobRunner.Steps {

    private static final int CHUNK = 500;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// Rows that took too long: with so many it is not the rows.
    private static final int MAX_GIVEN_UP = 10;

    private static final String STAYS_IN = "What is in stays in.";

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
    public Duration limit() {
        return LIMIT;
    }

    /// Takes in the next chunk of a job, or ends it.
    ///
    /// @return false when there is nothing to do: it has ended, or somebody else is at it
    @Override
    @Transactional
    public boolean advance(UUID id) {
        var job = jobs.claim(id);
        job.ifPresent(this::advance);
        return job.isPresent();
    }

    private void advance(ImportJob job) {
        var piece = tries.begin(job.id(), job.position(), CHUNK);
        if (piece.isGivenUp()) {
            refuseNext(job);
        } else {
            takeNext(job, piece.most());
        }
        tries.succeed(piece, job.status().isEnd());
    }

    private void takeNext(ImportJob job, int most) {
        var next = rows.next(job, most);
        var chunk = next.rows();
        if (!chunk.isEmpty()) {
            var results = take(job, chunk);
            errors.add(job.id(), refusals(chunk, results));
            continueAfter(job, chunk.getLast().number(), ImportCounts.of(results));
        }
        if (next.isLast()) {
            job.succeed(now());
        }
    }

    private void continueAfter(ImportJob job, int number, ImportCounts became) {
        rows.forget(job.id(), number);
        job.advance(number, became, now());
    }

    /// A row that is alone and took too long each time it was tried.
    private void refuseNext(ImportJob job) {
        var row = rows.first(job);
        errors.add(job.id(), List.of(RowError.ofTimeOut(row.line())));
        continueAfter(job, row.number(), ImportCounts.failed(1));
        if (errors.countTimeOuts(job.id()) >= MAX_GIVEN_UP) {
            job.fail(
                    MAX_GIVEN_UP + " rows took too long, as often as they were tried. " + STAYS_IN,
                    now());
        }
    }

    private List<ImportResult> take(ImportJob job, List<StagedRow> chunk) {
        jobs.aloneIn(job.productId());
        var known = keys.known(job, externalKeys(chunk));
        var wanted = chunk.stream().map(row -> item(row, known)).toList();
        if (job.isDryRun()) {
            return items.preview(wanted);
        }
        var results = items.apply(job.arrival(), wanted);
        keys.add(job, newKeys(chunk, wanted));
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
