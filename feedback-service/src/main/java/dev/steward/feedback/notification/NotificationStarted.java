package dev.steward.feedback.notification;

import java.util.UUID;

/// Wakes the worker, inside this instance only: a notification has something to do.
public record NotificationStarted(UUID releaseId) {}
