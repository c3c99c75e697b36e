package dev.steward.backlog.release;

import dev.steward.platform.web.problem.Conflict;

/// A release without items cannot be released.
final class ReleaseIsEmpty extends Conflict {

    ReleaseIsEmpty() {
        super("release-is-empty", "The release has no items: add one first.");
    }
}
