package dev.steward.backlog.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;

/// Counts the tries at the next piece of each work, in transactions of their own.
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

    /// Works with a try of this process whose end nobody has counted yet.
    private final Set<UUID> unsettled = ConcurrentHashMap.newKeySet();

    WorkAttempts(Session database) {
        this.database = database;
    }

    /// What is to be done next of some work.
    ///
    /// @param most that is to be done at once
    /// @param isGivenUp it is one thing, and has failed too often
    public record Piece(UUID work, int most, boolean isGivenUp, boolean isWhole) {}

    /// Counts a try before it begins. The caller holds the work.
    ///
    /// @param position of the piece
    /// @param whole how much is done at once where nothing is wrong; 1 where it cannot be divided
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Piece begin(UUID work, long position, int whole) {
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
        return new Piece(
                work, retryState.most(whole), retryState.isGivenUp(whole), retryState.halved() == 0);
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

    /// This process lives: what it has begun before failed together with the database.
    private int begunElsewhere(UUID work, int begun) {
        return unsettled.contains(work) ? Math.max(0, begun - 1) : begun;
    }

    /// In the transaction of the piece itself.
    ///
    /// @param isLast nothing of this work is left
    @Transactional(Transactional.TxType.MANDATORY)
    public void succeed(Piece piece, boolean isLast) {
        database.createNativeMutationQuery(piece.isWhole() || isLast ? FORGET : SUCCEEDED)
                .setParameter("work", piece.work())
                .executeUpdate();
    }

    /// Nobody works on it any more.
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID work) {
        database.createNativeMutationQuery(FORGET).setParameter("work", work).executeUpdate();
    }

    void settle(UUID work) {
        unsettled.remove(work);
    }

    /// @param counts false where the database failed: it was no try
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
