package dev.steward.feedback.source.caller;

import dev.steward.feedback.source.Scope;
import dev.steward.platform.web.problem.Forbidden;

/// The key lacks a scope.
final class MissingScope extends Forbidden {

    MissingScope(Scope scope) {
        super("missing-scope", "This needs the scope " + scope.value() + ".");
        fact("scope", scope.value());
    }

    private MissingScope() {
        super("missing-scope", "Source keys cannot call this operation: it is for members.");
    }

    /// For an operation that no source key may call.
    static MissingScope ofAnyKey() {
        return new MissingScope();
    }
}
