package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.rank.RankChange;
import dev.steward.platform.database.ChunkedDeletion;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// New ranks of a whole order, stored by the job that computed them until they are applied.
@ApplicationScoped
class PendingRankChanges {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int MAX_DELETED_AT_ONCE = 10_000;

    private static final String WRITE =
            """
            insert into order_change (job_id, place, item_id, from_rank, to_rank, made_room)
            select :job, :behind + place, id, "from", "to", coalesce("madeRoom", false)
            from rows from (jsonb_to_recordset(cast(:rows as jsonb))
                as (id uuid, "from" text, "to" text, "madeRoom" boolean))
                with ordinality as n (id, "from", "to", "madeRoom", place)
            """;

    /// One statement, however long it takes: readers see all changes at once.
    private static final String APPLY =
            """
            update item_rank r set rank = c.to_rank, version = :version
            from order_change c where c.job_id = :job and r.item_id = c.item_id
            """;

    private static final String LONG_TIMEOUT =
            "select set_config('statement_timeout', '100s', true)";

    private static final String NEXT =
            """
            select item_id, from_rank, to_rank, made_room from order_change
            where job_id = :job order by place limit :most
            """;

    private static final String FORGET =
            """
            delete from order_change where job_id = :job and place <= (
                select max(place) from (
                    select place from order_change where job_id = :job order by place limit :count) told)
            """;

    private static final String CLEAN_UP =
            """
            delete from order_change where (job_id, place) in (
                select c.job_id, c.place from order_change c join job j on j.id = c.job_id
                where j.ended_at is not null limit :most)
            """;

    private final Database database;
    private final ChunkedDeletion deletion;

    PendingRankChanges(Database database, ChunkedDeletion deletion) {
        this.database = database;
        this.deletion = deletion;
    }

    /// Stores rank changes one after the other, in the new order.
    final class Writer implements Consumer<RankChange> {

        private final UUID job;
        private final List<RankChange> waiting = new ArrayList<>(ROWS_AT_ONCE);
        private int written;
        private int moved;

        private Writer(UUID job) {
            this.job = job;
        }

        @Override
        public void accept(RankChange rankChange) {
            waiting.add(rankChange);
            moved += rankChange.madeRoom() ? 0 : 1;
            if (waiting.size() == ROWS_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            database.update(
                    WRITE,
                    update ->
                            update.bind("job", job)
                                    .bind("behind", written)
                                    .bind("rows", new Json(waiting)));
            written += waiting.size();
            waiting.clear();
        }

        int count() {
            return written;
        }

        /// Number of moved items, without those that only made room.
        int moved() {
            return moved;
        }
    }

    Writer write(UUID job) {
        return new Writer(job);
    }

    /// @param version version of the order with which they change
    void apply(UUID job, long version) {
        database.query(LONG_TIMEOUT, query -> query.mapTo(String.class).one());
        database.update(APPLY, update -> update.bind("job", job).bind("version", version));
    }

    /// The next ones in the new order.
    List<RankChange> next(UUID job, int most) {
        return database.query(
                NEXT,
                query ->
                        query.bind("job", job)
                                .bind("most", most)
                                .map((row, _) ->
                                        new RankChange(
                                                row.getObject("item_id", UUID.class),
                                                row.getString("from_rank"),
                                                row.getString("to_rank"),
                                                row.getBoolean("made_room")))
                                .list());
    }

    /// Deletes the first ones.
    void forget(UUID job, int count) {
        database.update(FORGET, update -> update.bind("job", job).bind("count", count));
    }

    /// Deletes changes of failed jobs.
    void cleanUp() {
        deletion.run(CLEAN_UP, MAX_DELETED_AT_ONCE);
    }
}
