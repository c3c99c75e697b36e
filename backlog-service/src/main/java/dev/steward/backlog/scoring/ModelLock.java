package dev.steward.backlog.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/// Keeps scores and their model consistent. Whoever scores single items holds it shared; whoever
/// changes the model or scores a whole product holds it exclusively.
///
/// Without it, an item created or updated while its model changes would keep a score of the old
/// model, because neither transaction sees the other. An advisory lock, because a product with the
/// default model has no row to lock, and because each shared row lock would be a write.
@ApplicationScoped
public class ModelLock {

    private static final String KEY = "hashtextextended('scores of ' || cast(:product as text), 0)";

    private final Session database;

    ModelLock(Session database) {
        this.database = database;
    }

    void shared(UUID productId) {
        lock("select 1 from pg_advisory_xact_lock_shared(" + KEY + ")", productId);
    }

    public void exclusive(UUID productId) {
        lock("select 1 from pg_advisory_xact_lock(" + KEY + ")", productId);
    }

    private void lock(String sql, UUID productId) {
        database.createNativeQuery(sql, Integer.class)
                .setParameter("product", productId.toString())
                .getSingleResult();
    }
}
