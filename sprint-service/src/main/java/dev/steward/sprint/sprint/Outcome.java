package dev.steward.sprint.sprint;

/// How an item's stay in a sprint ended.
enum Outcome {
    /// Taken out while the sprint was open.
    REMOVED,
    /// The item itself was decided against.
    DROPPED,
    DONE,
    CARRIED,
    RETURNED
}
