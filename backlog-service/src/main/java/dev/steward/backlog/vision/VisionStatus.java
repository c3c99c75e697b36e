package dev.steward.backlog.vision;

enum VisionStatus {
    DRAFT,
    PUBLISHED,
    SUPERSEDED
}
