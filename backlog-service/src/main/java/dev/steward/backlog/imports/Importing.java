package dev.steward.backlog.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.item.ForeignItem;
import dev.steward.backlog.item.ItemIntake;
import dev.steward.backlog.item.Taken;
import dev.steward.backlog.job.JobRounds;
import dev.steward.backlog.job.WorkTries;
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
class Importing implements JobRounds.Steps {

    private static final int CHUNK = 500;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// Rows that took too long: with so many it is not the rows.
    private static final int MOST_GIVEN_UP = 10;

    private static final String STAYS_IN = "What is in stays in.";

    private final ImportJobs jobs;
    private final StagedRows rows;
    private final RowErrors errors;
    private final ExternalKeys keys;
    private final ItemIntake items;
    private final WorkTries tries;
    private final Clock clock;

    Importing(
            ImportJobs jobs,
            StagedRows rows,
            RowErrors errors,
            ExternalKeys keys,
            ItemIntake items,
            WorkTries tries,
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
            var taken = take(job, chunk);
            errors.add(job.id(), refusals(chunk, taken));
            goOnBehind(job, chunk.getLast().number(), Counts.of(taken));
        }
        if (next.isLast()) {
            job.succeed(now());
        }
    }

    private void goOnBehind(ImportJob job, int number, Counts became) {
        rows.forget(job.id(), number);
        job.advance(number, became, now());
    }

    /// A row that is alone and took too long each time it was tried.
    private void refuseNext(ImportJob job) {
        var row = rows.first(job);
        errors.add(job.id(), List.of(RowError.ofTimeOut(row.line())));
        goOnBehind(job, row.number(), Counts.failed(1));
        if (errors.countTimeOuts(job.id()) >= MOST_GIVEN_UP) {
            job.fail(
                    MOST_GIVEN_UP + " rows took too long, as often as they were tried. " + STAYS_IN,
                    now());
        }
    }

    private List<Taken> take(ImportJob job, List<StagedRow> chunk) {
        jobs.aloneIn(job.productId());
        var known = keys.known(job, externalKeys(chunk));
        var wanted = chunk.stream().map(row -> item(row, known)).toList();
        if (job.isDryRun()) {
            return items.foresee(wanted);
        }
        var taken = items.take(job.arrival(), wanted);
        keys.add(job, newKeys(chunk, wanted));
        return taken;
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

    private static ForeignItem item(StagedRow row, Map<String, UUID> known) {
        var id = row.externalKey() == null ? null : known.get(row.externalKey());
        return row.item()
                .as(
                        Objects.requireNonNullElseGet(id, UuidCreator::getTimeOrderedEpoch),
                        id != null);
    }

    private static List<String> externalKeys(List<StagedRow> chunk) {
        return chunk.stream().map(StagedRow::externalKey).flatMap(Stream::ofNullable).toList();
    }

    private static Map<String, UUID> newKeys(List<StagedRow> chunk, List<ForeignItem> items) {
        Map<String, UUID> ids = new HashMap<>();
        for (var i = 0; i < chunk.size(); i++) {
            @Nullable String key = chunk.get(i).externalKey();
            if (key != null && !items.get(i).known()) {
                ids.put(key, items.get(i).id());
            }
        }
        return ids;
    }

    private static List<RowError> refusals(List<StagedRow> chunk, List<Taken> taken) {
        return IntStream.range(0, chunk.size())
                .mapToObj(i ->
                        taken.get(i) instanceof Taken.Refused(var code, var reason)
                                ? new RowError(chunk.get(i).line(), null, code, reason)
                                : null)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
