package dev.steward.feedback.source;

import dev.steward.platform.web.problem.Conflict;

/// Members submit to the built-in source with their own tokens.
final class SourceIsBuiltIn extends Conflict {

    SourceIsBuiltIn() {
        super("source-is-built-in", "The built-in source of a product has no keys.");
    }
}
