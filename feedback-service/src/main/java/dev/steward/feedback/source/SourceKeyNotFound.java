package dev.steward.feedback.source;

import dev.steward.platform.web.problem.NotFound;

/// The key does not exist or was revoked.
final class SourceKeyNotFound extends NotFound {

    SourceKeyNotFound() {
        super("source-key-not-found", "The source has no such key, or it was revoked.");
    }
}
