package dev.steward.feedback.entry;

import dev.steward.platform.web.problem.Conflict;

/// Only a merged entry can be unmerged.
final class FeedbackIsNotMerged extends Conflict {

    FeedbackIsNotMerged() {
        super("feedback-not-merged", "The entry is not merged into another one.");
    }
}
