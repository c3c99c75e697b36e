package dev.steward.feedback.source;

import dev.steward.platform.web.NotFound;

/// No such source in the product.
final class SourceNotFound extends NotFound {

    SourceNotFound() {
        super("source-not-found", "There is no such source, or you may not see it.");
    }
}
