package dev.steward.backlog.work;

/// How far the work on an item is, in sprint-service's words.
public enum WorkStatus {
    NONE,
    SELECTED,
    IN_PROGRESS,
    DONE
}
