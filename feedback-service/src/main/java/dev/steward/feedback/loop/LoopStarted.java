package dev.steward.feedback.loop;

import java.util.UUID;

/// Inside this service only: there is a loop to open.
record LoopStarted(UUID releaseId) {}
