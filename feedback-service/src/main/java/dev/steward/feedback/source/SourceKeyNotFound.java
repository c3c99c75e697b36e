package dev.steward.feedback.source;

import dev.steward.platform.web.NotFound;

/// No such key; also once it has been revoked.
final class SourceKeyNotFound extends NotFound {

    SourceKeyNotFound() {
        super("source-key-not-found", "The source has no such live key.");
    }
}
