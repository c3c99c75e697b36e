package dev.steward.backlog.release;

import dev.steward.platform.web.Conflict;

/// Nothing would go out.
final class ReleaseIsEmpty extends Conflict {

    ReleaseIsEmpty() {
        super("release-is-empty", "There is no item in the release.");
    }
}
