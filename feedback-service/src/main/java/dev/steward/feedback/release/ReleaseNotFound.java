package dev.steward.feedback.release;

import dev.steward.platform.web.problem.NotFound;

/// The release does not exist, its event has not arrived, or the caller may not see it.
public final class ReleaseNotFound extends NotFound {

    public ReleaseNotFound() {
        super("release-not-found", "There is no such release, or you may not see it.");
    }
}
