package dev.steward.sprint.sprint.closing;

import dev.steward.sprint.sprint.Remainder;

/// A validated decision on one open item of a sprint that is closed.
sealed interface CheckedDecision {

    record ToBacklog() implements CheckedDecision {}

    record ToNextSprint() implements CheckedDecision {}

    /// @param at JSON pointer to the remainder in the request body
    record Split(Remainder rest, String at) implements CheckedDecision {}
}
