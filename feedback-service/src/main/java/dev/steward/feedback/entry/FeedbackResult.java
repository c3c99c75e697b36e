package dev.steward.feedback.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a request did with an entry that it submitted.
@Schema(name = "FeedbackResult")
public enum FeedbackResult {
    CREATED,
    /// The entry, or a vote in it, has changed.
    UPDATED,
    UNCHANGED,
    /// Nothing has changed, and its votes were not taken because it is closed; see `closed`.
    CLOSED,
    /// Its source has sent a newer state of it before.
    STALE,
    /// It is invalid; see `errors`.
    REFUSED,
    /// It is valid, but another entry of the atomic batch is not.
    NOT_WRITTEN
}
