package dev.steward.sprint.sprint.closing;

import dev.steward.sprint.sprint.Remainder;
import java.util.Collection;

/// A validated decision on one open item of a sprint that is closed.
sealed interface CheckedDecision {

    record ToBacklog() implements CheckedDecision {}

    record ToNextSprint() implements CheckedDecision {}

    /// @param at JSON pointer to the remainder in the request body
    record Split(Remainder rest, String at) implements CheckedDecision {}

    static int countCarried(Collection<CheckedDecision> decisions) {
        return (int) decisions.stream().filter(ToNextSprint.class::isInstance).count();
    }
}
