package dev.steward.backlog.item;

/// The item's own state; work on it is sprint-service's.
public enum ItemStatus {
    NEW,
    REFINING,
    READY,
    DROPPED
}
