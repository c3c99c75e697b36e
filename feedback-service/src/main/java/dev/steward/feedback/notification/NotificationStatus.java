package dev.steward.feedback.notification;

/// Status of a loop.
public enum NotificationStatus {
    /// The release is out, and its messages are being created.
    OPENING,
    /// All messages are created.
    OPEN,
    /// All messages are created, and the held ones are being sent.
    SENDING,
    /// The release was rolled back before all messages were created; the rest is created when it is
    /// released again.
    STOPPED
}
