package dev.steward.feedback.entry;

import dev.steward.platform.web.problem.Conflict;

/// The entry takes no more votes and links; the problem says what became of it.
public final class FeedbackIsClosed extends Conflict {

    /// For a caller who may not know what became of it.
    FeedbackIsClosed() {
        super("feedback-closed", "The entry is closed and takes no more votes.");
    }

    public FeedbackIsClosed(ClosedInfo closedInfo) {
        super("feedback-closed", closedInfo.message());
        fact("feedbackStatus", closedInfo.status());
        fact("releases", closedInfo.releases());
        if (closedInfo.mergedInto() != null) {
            fact("mergedInto", closedInfo.mergedInto());
        }
        if (closedInfo.reason() != null) {
            fact("reason", closedInfo.reason());
        }
    }
}
