package dev.steward.feedback.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When messages are sent.
@Schema(name = "LoopMode")
public enum NotificationMode {
    /// At once.
    AUTOMATIC,
    /// They are held until somebody sends them.
    MANUAL
}
