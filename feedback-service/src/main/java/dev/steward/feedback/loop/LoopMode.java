package dev.steward.feedback.loop;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who lets the messages go.
@Schema(name = "LoopMode")
enum LoopMode {
    /// Nobody has to.
    AUTOMATIC,
    /// They wait until somebody has looked at them.
    MANUAL
}
