package dev.steward.backlog.order.proposal;

import static dev.steward.backlog.order.rank.Ranks.array;

import dev.steward.backlog.order.rank.RankChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;

/// New ranks of a whole order, stored by the job that computed them until they are applied.
@ApplicationScoped
class PendingRankChanges {

    private static final int ROWS_AT_ONCE = 5_000;

    private static final String WRITE =
            """
            insert into order_change (job_id, place, item_id, from_rank, to_rank, made_room)
            select :job, :behind + place, item_id, from_rank, to_rank, made_room
            from unnest(cast(:items as uuid[]), cast(:from as text[]), cast(:to as text[]), cast(:room as boolean[]))
                with ordinality as n (item_id, from_rank, to_rank, made_room, place)
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

    private final Session database;

    PendingRankChanges(Session database) {
        this.database = database;
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
            database.createNativeMutationQuery(WRITE)
                    .setParameter("job", job)
                    .setParameter("behind", written)
                    .setParameter("items", array(waiting.stream().map(RankChange::id).toList()))
                    .setParameter("from", array(waiting.stream().map(RankChange::from).toList()))
                    .setParameter("to", array(waiting.stream().map(RankChange::to).toList()))
                    .setParameter(
                            "room", array(waiting.stream().map(RankChange::madeRoom).toList()))
                    .executeUpdate();
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
        database.createNativeQuery(LONG_TIMEOUT, String.class).getSingleResult();
        database.createNativeMutationQuery(APPLY)
                .setParameter("job", job)
                .setParameter("version", version)
                .executeUpdate();
    }

    /// The next ones in the new order.
    List<RankChange> next(UUID job, int most) {
        return database
                .createNativeQuery(NEXT, Tuple.class)
                .setParameter("job", job)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row ->
                        new RankChange(
                                row.get("item_id", UUID.class),
                                row.get("from_rank", String.class),
                                row.get("to_rank", String.class),
                                row.get("made_room", Boolean.class)))
                .toList();
    }

    /// Deletes the first ones.
    void forget(UUID job, int count) {
        database.createNativeMutationQuery(FORGET)
                .setParameter("job", job)
                .setParameter("count", count)
                .executeUpdate();
    }

    /// Deletes changes of failed jobs.
    ///
    /// @param most number of rows to delete at most
    /// @return number of deleted rows
    int cleanUp(int most) {
        return database.createNativeMutationQuery(CLEAN_UP)
                .setParameter("most", most)
                .executeUpdate();
    }
}
