package dev.steward.feedback.release;

import dev.steward.platform.web.NotFound;

/// No such release here, or not for this caller.
public final class ReleaseNotFound extends NotFound {

    public ReleaseNotFound() {
        super("release-not-found", "There is no such release, or you may not see it.");
    }
}
