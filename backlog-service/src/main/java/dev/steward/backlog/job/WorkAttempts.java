package dev.steward.backlog.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;

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

    private final Session database;

    /// Work with an attempt of this process that is not counted as ended yet.
    private final Set<UUID> unsettled = ConcurrentHashMap.newKeySet();

    WorkAttempts(Session database) {
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
        var retryState = find(work).before(position, whole);
        var begun = retryState.isGivenUp(whole) ? retryState : retryState.begin();
        database.createNativeMutationQuery(BEGIN)
                .setParameter("work", work)
                .setParameter("tries", begun.tries())
                .setParameter("begun", begun.begun())
                .setParameter("halved", begun.halved())
                .setParameter("until", begun.until())
                .executeUpdate();
        unsettled.add(work);
        return new WorkUnit(
                work,
                retryState.most(whole),
                retryState.isGivenUp(whole),
                retryState.halved() == 0);
    }

    private RetryState find(UUID work) {
        return database
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("work", work)
                .getResultList()
                .stream()
                .findFirst()
                .map(row ->
                        new RetryState(
                                row.get("tries", Integer.class),
                                begunElsewhere(work, row.get("begun", Integer.class)),
                                row.get("halved", Integer.class),
                                row.get("until", Long.class)))
                .orElse(RetryState.NONE);
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
        database.createNativeMutationQuery(unit.isWhole() || isLast ? FORGET : SUCCEEDED)
                .setParameter("work", unit.work())
                .executeUpdate();
    }

    /// Deletes the counts of work that has ended.
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID work) {
        database.createNativeMutationQuery(FORGET).setParameter("work", work).executeUpdate();
    }

    void settle(UUID work) {
        unsettled.remove(work);
    }

    /// @param counts false when the database failed: that was no attempt
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(UUID work, boolean counts) {
        if (unsettled.contains(work)) {
            database.createNativeMutationQuery(FAILED)
                    .setParameter("work", work)
                    .setParameter("tries", counts ? 1 : 0)
                    .executeUpdate();
            unsettled.remove(work);
        }
    }
}
