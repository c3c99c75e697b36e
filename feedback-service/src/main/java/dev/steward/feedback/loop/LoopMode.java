package dev.steward.feedback.loop;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When messages are sent.
@Schema(name = "LoopMode")
enum LoopMode {
    /// At once.
    AUTOMATIC,
    /// They are held until somebody sends them.
    MANUAL
}
