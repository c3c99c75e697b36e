package dev.steward.backlog.scoring;

import dev.steward.platform.database.NamedLocks;
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

    private final NamedLocks locks;

    ModelLock(NamedLocks locks) {
        this.locks = locks;
    }

    void shared(UUID productId) {
        locks.shared(name(productId));
    }

    public void exclusive(UUID productId) {
        locks.exclusive(name(productId));
    }

    private static String name(UUID productId) {
        return "scores of " + productId;
    }
}
