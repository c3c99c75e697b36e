package dev.steward.backlog.item;

public enum ItemType {
    EPIC,
    STORY,
    BUG,
    DEBT,
    RESEARCH
}
