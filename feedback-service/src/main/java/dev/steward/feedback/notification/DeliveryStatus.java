package dev.steward.feedback.notification;

import java.util.Set;

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
    HANDED_OVER;

    /// Not sent yet, and nobody is sending it.
    public static final Set<DeliveryStatus> WAITING = Set.of(HELD, PENDING, RETRY);

    /// Whether the message is never sent unless its release comes out again: it waits for a release
    /// that was rolled back.
    ///
    /// @param isReleased whether its release is out
    public boolean isWithdrawn(boolean isReleased) {
        return !isReleased && WAITING.contains(this);
    }

    /// Whether nothing more happens to the message.
    public boolean isFinal() {
        return this != SENDING && !WAITING.contains(this);
    }
}
