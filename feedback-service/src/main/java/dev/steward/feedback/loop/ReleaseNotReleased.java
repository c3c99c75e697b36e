package dev.steward.feedback.loop;

import dev.steward.platform.web.problem.Conflict;

/// Nobody is told about a release before it is released.
final class ReleaseNotReleased extends Conflict {

    ReleaseNotReleased() {
        super(
                "release-not-out",
                "The release is not released, or its event has not arrived yet: there are no messages to send.");
    }
}
