package dev.steward.feedback.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of an entry that came in.
@Schema(name = "FeedbackOutcome")
public enum FeedbackResult {
    CREATED,
    /// It, or a vote in it, says something new.
    UPDATED,
    UNCHANGED,
    /// It says nothing new, and takes no votes any more; see `closed`.
    CLOSED,
    /// Its source has sent a newer state of it before.
    STALE,
    /// It is wrong; see `errors`.
    REFUSED,
    /// It is right, but another one of the batch is not, and the batch is atomic.
    NOT_WRITTEN
}
