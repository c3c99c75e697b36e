package dev.steward.backlog.scoring;

import dev.steward.backlog.scoring.ActiveModel.Next;
import dev.steward.backlog.scoring.ScoresChanged.Mover;
import dev.steward.backlog.scoring.model.ScoringModel;
import dev.steward.platform.database.ChunkedDeletion;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Scores by the next model, stored until all items have one. Whoever changes an item meanwhile
/// scores it by both models, so that none is outdated.
@ApplicationScoped
public class NextScores {

    private record Row(
            UUID item,
            @Nullable BigDecimal score,
            BigDecimal coverage,
            boolean telling,
            LocalDate day,
            ScorableItem.Seen seen) {

        static Row of(ScorableItem item, ScoringModel model) {
            var stored = StoredScore.of(model.score(item.inputs()), item.inputs(), 0);
            return new Row(
                    item.id(),
                    stored.score(),
                    stored.coverage(),
                    stored.telling(),
                    stored.day(),
                    item.seen());
        }
    }

    private static final String WRITE =
            """
            insert into next_item_score
                (job_id, item_id, score, coverage, telling, day, item_version, demand_epoch, demand_version)
            select :job, item, score, coverage, telling, day, cast(seen ->> 'item' as bigint),
                cast(seen ->> 'demandEpoch' as int), cast(seen ->> 'demand' as bigint)
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (item uuid, score numeric, coverage numeric,
                telling boolean, day date, seen jsonb)
            order by item
            on conflict (job_id, item_id)
            """;

    private static final String ADD = WRITE + " do nothing";

    private static final String REPLACE =
            WRITE
                    + """
                     do update set score = excluded.score, coverage = excluded.coverage,
                        telling = excluded.telling, day = excluded.day, item_version = excluded.item_version,
                        demand_epoch = excluded.demand_epoch, demand_version = excluded.demand_version
                    """;

    private static final String STALE =
            """
            select i.id from item i
            left join next_item_score n on n.job_id = :job and n.item_id = i.id
            left join demand d on d.id = i.id and d.product_id = i.product_id and not d.deleted
            where i.product_id = :product and (n.item_version is distinct from i.version
                or n.demand_epoch is distinct from d.epoch or n.demand_version is distinct from d.version)
            limit :most
            """;

    private static final String MOVED =
            """
            from next_item_score n join item_score s on s.item_id = n.item_id
            where n.job_id = :job and s.score is distinct from n.score
            """;

    private static final String COUNT_MOVED = "select count(*) " + MOVED;

    /// An item without a score sorts as -1.
    private static final String LARGEST_MOVERS =
            "select n.item_id as item, s.score as before, n.score as now "
                    + MOVED
                    + """
                    order by abs(coalesce(n.score, -1) - coalesce(s.score, -1)) desc, n.item_id limit :most
                    """;

    /// One statement, however long it takes: readers see all scores change at once.
    private static final String APPLY =
            """
            update item_score s set score = n.score, sort_score = coalesce(n.score, -1), coverage = n.coverage,
                telling = n.telling, model_version = :model, day = n.day, version = s.version + 1
            from next_item_score n where n.job_id = :job and s.item_id = n.item_id
            """;

    private static final String LONG_TIMEOUT =
            "select set_config('statement_timeout', '100s', true)";

    private static final String FORGET =
            """
            delete from next_item_score where job_id = :job and item_id in (
                select item_id from next_item_score where job_id = :job limit :most)
            """;

    private static final String CLEAN_UP =
            """
            delete from next_item_score where (job_id, item_id) in (
                select n.job_id, n.item_id from next_item_score n join job j on j.id = n.job_id
                where j.ended_at is not null limit :most)
            """;

    private static final int MAX_DELETED_AT_ONCE = 10_000;

    private final Database database;
    private final ChunkedDeletion deletion;

    NextScores(Database database, ChunkedDeletion deletion) {
        this.database = database;
        this.deletion = deletion;
    }

    /// Adds scores; an item that was changed meanwhile keeps its newer score.
    void add(Next next, List<ScorableItem> items) {
        write(ADD, next, items);
    }

    /// Replaces the scores of items that were just changed.
    void replace(Next next, List<ScorableItem> items) {
        write(REPLACE, next, items);
    }

    private void write(String sql, Next next, List<ScorableItem> items) {
        var rows = new Json(items.stream().map(item -> Row.of(item, next.model())).toList());
        database.update(sql, update -> update.bind("job", next.job()).bind("rows", rows));
    }

    /// Items that were created or changed without a new score by the next model: by an older
    /// version of this service, which does not know of it.
    public List<UUID> stale(UUID job, UUID productId, int most) {
        return database.query(
                STALE,
                query ->
                        query.bind("job", job)
                                .bind("product", productId)
                                .bind("most", most)
                                .mapTo(UUID.class)
                                .list());
    }

    public int countMoved(UUID job) {
        return database.query(
                COUNT_MOVED, query -> query.bind("job", job).mapTo(Integer.class).one());
    }

    /// The items whose scores change most.
    public List<Mover> movers(UUID job) {
        return database.query(
                LARGEST_MOVERS,
                query ->
                        query.bind("job", job)
                                .bind("most", ScoresChanged.MAX_MOVERS)
                                .map(row ->
                                        new Mover(
                                                row.getColumn("item", UUID.class),
                                                row.getColumn("before", BigDecimal.class),
                                                row.getColumn("now", BigDecimal.class)))
                                .list());
    }

    public void allowLongStatement() {
        database.query(LONG_TIMEOUT, query -> query.mapTo(String.class).one());
    }

    /// @param modelVersion version of the model of these scores
    public void apply(UUID job, long modelVersion) {
        database.update(APPLY, update -> update.bind("job", job).bind("model", modelVersion));
    }

    /// @return number of deleted scores, at most `most`
    public int forget(UUID job, int most) {
        return database.update(FORGET, update -> update.bind("job", job).bind("most", most));
    }

    /// Deletes scores of failed jobs.
    public void cleanUp() {
        deletion.run(CLEAN_UP, MAX_DELETED_AT_ONCE);
    }
}
