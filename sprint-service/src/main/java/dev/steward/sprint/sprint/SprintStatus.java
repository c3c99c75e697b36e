package dev.steward.sprint.sprint;

public enum SprintStatus {
    PLANNED,
    ACTIVE,
    CLOSED,
    CANCELLED
}
