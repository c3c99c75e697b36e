package dev.steward.feedback.loop;

/// How far the answer to a release is.
enum LoopStatus {
    /// The release is out, and the messages are being made.
    OPENING,
    /// All messages are made.
    OPEN,
    /// All messages are made, and those that were held are being let go.
    SENDING,
    /// The release was rolled back before all messages were made; the rest is made when it is out
    /// again.
    STOPPED
}
