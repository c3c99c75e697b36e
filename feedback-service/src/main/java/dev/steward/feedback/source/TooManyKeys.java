package dev.steward.feedback.source;

import dev.steward.platform.web.problem.Conflict;

/// Two keys are valid while one replaces the other; nobody needs a third.
final class TooManyKeys extends Conflict {

    TooManyKeys() {
        super(
                "too-many-keys",
                "The source has two keys, which is the maximum: revoke one of them first.");
    }
}
