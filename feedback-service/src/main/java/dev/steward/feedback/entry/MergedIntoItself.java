package dev.steward.feedback.entry;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;

/// An entry cannot be merged into itself or into one that is merged into it.
final class MergedIntoItself extends Invalid {

    MergedIntoItself() {
        super(
                FieldError.at(
                        "/into",
                        "into-itself",
                        "An entry cannot be merged into itself or into an entry that is merged into it."));
    }
}
