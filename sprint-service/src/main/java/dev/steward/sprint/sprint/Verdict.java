package dev.steward.sprint.sprint;

/// What becomes of one open item of a sprint that is closed.
sealed interface Verdict {

    record ToBacklog() implements Verdict {}

    record ToNext() implements Verdict {}

    /// @param at pointer to the rest in the request
    record InTwo(Rest rest, String at) implements Verdict {}
}
