package dev.steward.backlog.goal;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Finds goals that the caller may see.
@ApplicationScoped
class VisibleGoals {

    private final Access access;
    private final GoalQuery goalQuery;

    VisibleGoals(Access access, GoalQuery goalQuery) {
        this.access = access;
        this.goalQuery = goalQuery;
    }

    /// @throws GoalNotFound also when the caller is no member of its product
    GoalView read(UUID id) {
        var goal = goalQuery.one(id);
        grant(goal).requireRead(Right.READ_BACKLOG);
        return goal;
    }

    /// The caller's rights in the product of a goal to be changed.
    ///
    /// @throws GoalNotFound also when the caller is no member of its product
    Grant grantToUpdate(UUID id) {
        return grant(goalQuery.one(id)).require(Right.PRODUCT_GOAL);
    }

    private Grant grant(GoalView goal) {
        return access.to(goal.productId(), GoalNotFound::new);
    }
}
