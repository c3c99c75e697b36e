package dev.steward.feedback.entry;

import dev.steward.platform.web.Conflict;

/// The entry takes no more votes and links; the problem says where it went.
public final class FeedbackIsClosed extends Conflict {

    /// Where the caller may not know where it went.
    FeedbackIsClosed() {
        super("feedback-closed", "The entry takes no votes any more.");
    }

    public FeedbackIsClosed(Whereabouts whereabouts) {
        super("feedback-closed", whereabouts.sentence());
        fact("feedbackStatus", whereabouts.status());
        fact("releases", whereabouts.releases());
        if (whereabouts.mergedInto() != null) {
            fact("mergedInto", whereabouts.mergedInto());
        }
        if (whereabouts.reason() != null) {
            fact("reason", whereabouts.reason());
        }
    }
}
