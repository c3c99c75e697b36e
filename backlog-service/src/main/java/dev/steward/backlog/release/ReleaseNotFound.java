package dev.steward.backlog.release;

import dev.steward.platform.web.problem.NotFound;

/// No such release, or the caller is no member of its product.
final class ReleaseNotFound extends NotFound {

    ReleaseNotFound() {
        super("not-found", "There is no such release.");
    }
}
