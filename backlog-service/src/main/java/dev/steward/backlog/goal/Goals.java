package dev.steward.backlog.goal;

import dev.steward.platform.database.NamedLocks;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/// Repository of goals.
@ApplicationScoped
class Goals implements PanacheRepositoryBase<Goal, UUID> {

    private final NamedLocks locks;

    Goals(NamedLocks locks) {
        this.locks = locks;
    }

    /// Locked until the transaction ends.
    Goal locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(GoalNotFound::new);
    }

    /// Activations of a product's goals follow each other, so that the later one can name the
    /// earlier.
    void lockActivation(UUID productId) {
        locks.exclusive("goal of " + productId);
    }

    Optional<GoalReference> active(UUID productId) {
        return find("productId = ?1 and status = ?2", productId, GoalStatus.ACTIVE)
                .firstResultOptional()
                .map(goal -> new GoalReference(goal.id(), goal.text().title()));
    }
}
