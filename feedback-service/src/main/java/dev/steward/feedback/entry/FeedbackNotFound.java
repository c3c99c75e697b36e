package dev.steward.feedback.entry;

import dev.steward.platform.web.problem.NotFound;

/// The entry does not exist, or the caller may not see it.
public final class FeedbackNotFound extends NotFound {

    public FeedbackNotFound() {
        super("feedback-not-found", "There is no such feedback entry, or you may not see it.");
    }
}
