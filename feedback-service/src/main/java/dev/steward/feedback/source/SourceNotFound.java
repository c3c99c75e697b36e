package dev.steward.feedback.source;

import dev.steward.platform.web.problem.NotFound;

/// The source does not exist, or the caller may not see it.
final class SourceNotFound extends NotFound {

    SourceNotFound() {
        super("source-not-found", "There is no such source, or you may not see it.");
    }
}
