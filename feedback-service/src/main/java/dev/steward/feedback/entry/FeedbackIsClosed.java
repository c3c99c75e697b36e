package dev.steward.feedback.entry;

import dev.steward.platform.web.Conflict;

/// The entry takes no more votes and links; the problem says where it went.
public final class FeedbackIsClosed extends Conflict {

    /// Where the caller may not know where it went.
    FeedbackIsClosed() {
        super("feedback-closed", "The entry takes no votes any more.");
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
