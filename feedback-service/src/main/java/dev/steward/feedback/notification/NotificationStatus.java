package dev.steward.feedback.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Status of a loop.
@Schema(name = "LoopStatus")
public enum NotificationStatus {
    /// The release is out, and its messages are being created.
    OPENING,
    /// All messages are created.
    OPEN,
    /// All messages are created, and the held ones are being sent.
    SENDING,
    /// The release was rolled back before all messages were created; the rest is created when it is
    /// released again.
    STOPPED;

    /// Whether messages are still to be created, now or when the release is out again.
    public boolean isIncomplete() {
        return switch (this) {
            case OPENING, STOPPED -> true;
            case OPEN, SENDING -> false;
        };
    }
}
