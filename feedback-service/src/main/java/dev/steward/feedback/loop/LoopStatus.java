package dev.steward.feedback.loop;

/// Status of a loop.
enum LoopStatus {
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
