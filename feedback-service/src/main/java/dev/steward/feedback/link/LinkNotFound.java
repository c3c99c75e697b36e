package dev.steward.feedback.link;

import dev.steward.platform.web.problem.NotFound;

/// The entry has no such link, or it was removed.
final class LinkNotFound extends NotFound {

    LinkNotFound() {
        super("link-not-found", "There is no such link on this entry.");
    }
}
