package dev.steward.backlog.goal;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Goals that the caller may see: those of its products.
@ApplicationScoped
class VisibleGoals {

    private final Access access;
    private final GoalQuery reading;

    VisibleGoals(Access access, GoalQuery reading) {
        this.access = access;
        this.reading = reading;
    }

    /// @throws GoalNotFound also where the caller has no role in its product
    GoalView read(UUID id) {
        var goal = reading.one(id);
        grant(goal).toRead(Right.READ_BACKLOG);
        return goal;
    }

    /// What the caller is in the product of a goal that it wants to change.
    ///
    /// @throws GoalNotFound also where the caller has no role in its product
    Grant toChange(UUID id) {
        return grant(reading.one(id)).toDo(Right.PRODUCT_GOAL);
    }

    private Grant grant(GoalView goal) {
        return access.to(goal.productId(), GoalNotFound::new);
    }
}
