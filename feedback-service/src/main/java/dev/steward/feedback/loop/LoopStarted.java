package dev.steward.feedback.loop;

import java.util.UUID;

/// Wakes the worker, inside this instance only: a loop has something to do.
record LoopStarted(UUID releaseId) {}
