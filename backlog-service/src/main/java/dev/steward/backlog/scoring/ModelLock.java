package dev.steward.backlog.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/// Keeps scores and their model together. Whoever scores single items holds the model still, side
/// by side with others who do; whoever changes the model, or scores a whole product, is alone.
///
/// Without it an item created or edited while its model changes would keep a score of the old
/// model: neither transaction sees the other. Advisory, because a product that has chosen no model
/// has no row to lock, and because a row lock shared by all writers of a product would be a write
/// of each.
@ApplicationScoped
class ModelLock {

    private static final String KEY = "hashtextextended('scores of ' || cast(:product as text), 0)";

    private final Session database;

    ModelLock(Session database) {
        this.database = database;
    }

    void shared(UUID productId) {
        lock("select 1 from pg_advisory_xact_lock_shared(" + KEY + ")", productId);
    }

    void forChange(UUID productId) {
        lock("select 1 from pg_advisory_xact_lock(" + KEY + ")", productId);
    }

    private void lock(String sql, UUID productId) {
        database.createNativeQuery(sql, Integer.class)
                .setParameter("product", productId.toString())
                .getSingleResult();
    }
}
