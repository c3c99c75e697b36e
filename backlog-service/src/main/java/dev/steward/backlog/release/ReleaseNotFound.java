package dev.steward.backlog.release;

import dev.steward.platform.web.NotFound;

/// No such release, or none that the caller may see.
final class ReleaseNotFound extends NotFound {

    ReleaseNotFound() {
        super("not-found", "There is no such release.");
    }
}
