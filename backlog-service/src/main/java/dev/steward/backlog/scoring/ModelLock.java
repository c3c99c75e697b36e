package dev.steward.backlog.scoring;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Keeps scores and their model consistent. Whoever scores single items holds it shared; whoever
/// changes the model or scores a whole product holds it exclusively.
///
/// Without it, an item created or updated while its model changes would keep a score of the old
/// model, because neither transaction sees the other. An advisory lock, because a product with the
/// default model has no row to lock, and because each shared row lock would be a write.
@ApplicationScoped
public class ModelLock {

    private static final String KEY = "hashtextextended('scores of ' || :product, 0)";

    private final Database database;

    ModelLock(Database database) {
        this.database = database;
    }

    void shared(UUID productId) {
        lock("select 1 from pg_advisory_xact_lock_shared(" + KEY + ")", productId);
    }

    public void exclusive(UUID productId) {
        lock("select 1 from pg_advisory_xact_lock(" + KEY + ")", productId);
    }

    private void lock(String sql, UUID productId) {
        database.query(
                sql,
                query -> query.bind("product", productId.toString()).mapTo(Integer.class).one());
    }
}
