package dev.steward.sprint.sprint;

/// How an item left a sprint.
enum SprintItemOutcome {
    /// Removed while the sprint was planned or running.
    REMOVED,
    /// The item itself was dropped.
    DROPPED,
    DONE,
    CARRIED,
    RETURNED
}
