package dev.steward.backlog.job;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the attempts at each piece of work, in transactions of their own.
@ApplicationScoped
public class WorkAttempts {

    private static final String FIND =
            "select tries, begun, halved, until from work_try where work_id = :work";

    private static final String BEGIN =
            """
            insert into work_try (work_id, tries, begun, halved, until)
            values (:work, :tries, :begun, :halved, :until)
            on conflict (work_id) do update set tries = excluded.tries, begun = excluded.begun,
                halved = excluded.halved, until = excluded.until
            """;

    private static final String FAILED =
            "update work_try set begun = greatest(begun - 1, 0), tries = tries + :tries where work_id = :work";

    private static final String SUCCEEDED =
            "update work_try set tries = 0, begun = 0 where work_id = :work";

    private static final String FORGET = "delete from work_try where work_id = :work";

    private final Database database;

    /// Work with an attempt of this process that is not counted as ended yet.
    private final Set<UUID> unsettled = ConcurrentHashMap.newKeySet();

    WorkAttempts(Database database) {
        this.database = database;
    }

    /// The next piece of some work.
    ///
    /// @param most size at most
    /// @param isGivenUp whether it is a single item that has failed too often
    public record WorkUnit(UUID work, int most, boolean isGivenUp, boolean isWhole) {}

    /// Counts an attempt before it begins. The caller holds the work.
    ///
    /// @param position position of the work
    /// @param whole full size; 1 when it cannot be divided
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public WorkUnit begin(UUID work, long position, int whole) {
        var retryState = find(work).beforeAttempt(position, whole);
        var begun = retryState.isGivenUp(whole) ? retryState : retryState.begin();
        database.update(
                BEGIN,
                update ->
                        update.bind("work", work)
                                .bind("tries", begun.tries())
                                .bind("begun", begun.begun())
                                .bind("halved", begun.halved())
                                .bind("until", begun.until()));
        unsettled.add(work);
        return new WorkUnit(
                work,
                retryState.size(whole),
                retryState.isGivenUp(whole),
                retryState.halved() == 0);
    }

    private RetryState find(UUID work) {
        return database.query(
                FIND,
                query ->
                        query.bind("work", work)
                                .map(row ->
                                        new RetryState(
                                                row.getColumn("tries", Integer.class),
                                                begunElsewhere(
                                                        work,
                                                        row.getColumn("begun", Integer.class)),
                                                row.getColumn("halved", Integer.class),
                                                row.getColumn("until", Long.class)))
                                .findOne()
                                .orElse(RetryState.NONE));
    }

    /// Attempts of this process do not count: it is alive, so they failed together with the
    /// database.
    private int begunElsewhere(UUID work, int begun) {
        return unsettled.contains(work) ? Math.max(0, begun - 1) : begun;
    }

    /// Counts a success, in the transaction of the work itself.
    ///
    /// @param isLast whether nothing of the work is left
    @Transactional(Transactional.TxType.MANDATORY)
    public void succeed(WorkUnit unit, boolean isLast) {
        database.update(
                unit.isWhole() || isLast ? FORGET : SUCCEEDED,
                update -> update.bind("work", unit.work()));
    }

    /// Deletes the counts of work that has ended.
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID work) {
        database.update(FORGET, update -> update.bind("work", work));
    }

    void settle(UUID work) {
        unsettled.remove(work);
    }

    /// @param counts false when the database failed: that was no attempt
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(UUID work, boolean counts) {
        if (unsettled.contains(work)) {
            database.update(
                    FAILED, update -> update.bind("work", work).bind("tries", counts ? 1 : 0));
            unsettled.remove(work);
        }
    }
}
