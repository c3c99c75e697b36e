package dev.steward.feedback.entry;

import dev.steward.platform.web.NotFound;

/// No such entry, or not for this caller.
public final class FeedbackNotFound extends NotFound {

    public FeedbackNotFound() {
        super("feedback-not-found", "There is no such feedback entry, or you may not see it.");
    }
}
