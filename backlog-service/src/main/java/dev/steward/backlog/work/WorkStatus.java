package dev.steward.backlog.work;

/// Status of the work on an item in sprint-service.
public enum WorkStatus {
    NONE,
    SELECTED,
    IN_PROGRESS,
    DONE
}
