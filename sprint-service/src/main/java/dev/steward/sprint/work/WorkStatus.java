package dev.steward.sprint.work;

public enum WorkStatus {
    NONE,
    SELECTED,
    IN_PROGRESS,
    DONE
}
