package dev.steward.feedback.entry;

import dev.steward.platform.web.Conflict;

/// There is nothing to take apart.
final class FeedbackIsNotMerged extends Conflict {

    FeedbackIsNotMerged() {
        super("feedback-not-merged", "The entry is not merged into another one.");
    }
}
