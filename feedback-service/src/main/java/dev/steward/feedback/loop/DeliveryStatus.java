package dev.steward.feedback.loop;

/// Where a message to a person stands.
enum DeliveryStatus {
    /// Somebody has to let it go.
    HELD,
    PENDING,
    /// A sender has it.
    SENDING,
    /// It failed, and is tried again.
    RETRY,
    SENT,
    /// It failed too often.
    DEAD,
    /// The person wants no messages.
    SUPPRESSED,
    /// Nobody knows their address.
    UNREACHABLE,
    /// The source that they spoke through tells them.
    HANDED_OVER
}
