package dev.steward.feedback.loop;

import dev.steward.platform.web.Conflict;

/// Nobody is told of a release before it is released.
final class ReleaseNotReleased extends Conflict {

    ReleaseNotReleased() {
        super(
                "release-not-out",
                "The release is not out, or its event has not arrived yet: there is nobody to tell.");
    }
}
