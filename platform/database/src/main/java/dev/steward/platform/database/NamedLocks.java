package dev.steward.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Locks by name, held until the transaction ends: for what has no row that could be locked.
@ApplicationScoped
public class NamedLocks {

    private static final String EXCLUSIVE =
            "select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))";

    private static final String SHARED =
            "select 1 from pg_advisory_xact_lock_shared(hashtextextended(:name, 0))";

    private final Database database;

    NamedLocks(Database database) {
        this.database = database;
    }

    /// Waits until nobody else holds it.
    @Transactional(Transactional.TxType.MANDATORY)
    public void exclusive(String name) {
        lock(EXCLUSIVE, name);
    }

    /// Waits until nobody holds it exclusively.
    @Transactional(Transactional.TxType.MANDATORY)
    public void shared(String name) {
        lock(SHARED, name);
    }

    private void lock(String sql, String name) {
        database.query(sql, query -> query.bind("name", name).map((row, _) -> row.getInt(1)).one());
    }
}
