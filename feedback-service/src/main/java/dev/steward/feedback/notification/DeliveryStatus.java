package dev.steward.feedback.notification;

/// Status of a message to a person.
public enum DeliveryStatus {
    /// Waits until somebody sends it.
    HELD,
    PENDING,
    /// An instance is sending it.
    SENDING,
    /// It failed, and is tried again.
    RETRY,
    SENT,
    /// It failed too often.
    DEAD,
    /// The person wants no messages.
    SUPPRESSED,
    /// No usable address is known.
    UNREACHABLE,
    /// The source of the feedback tells the person.
    HANDED_OVER
}
