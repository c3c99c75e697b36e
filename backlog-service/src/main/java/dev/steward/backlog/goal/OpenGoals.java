package dev.steward.backlog.goal;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks that items are linked only to goals of their product that have not ended. A link stays
/// when its goal ends.
@ApplicationScoped
public class OpenGoals {

    private final Goals goals;

    OpenGoals(Goals goals) {
        this.goals = goals;
    }

    /// @param from the present link of the item
    /// @throws Invalid when the new goal belongs to another product or has ended
    public void allow(UUID productId, @Nullable UUID from, @Nullable UUID to) {
        if (to == null || Objects.equals(from, to)) {
            return;
        }
        var goal =
                goals.findByIdOptional(to)
                        .filter(known -> known.productId().equals(productId))
                        .orElseThrow(() ->
                                refused("unknown-goal", "This product has no goal " + to + "."));
        if (goal.hasEnded()) {
            throw refused(
                    "goal-has-ended",
                    "The goal is "
                            + goal.status()
                            + ": items can be linked to PROPOSED and ACTIVE goals only.");
        }
    }

    private static Invalid refused(String code, String message) {
        return new Invalid(FieldError.at("/goalId", code, message));
    }
}
