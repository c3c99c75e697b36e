package dev.steward.feedback.link;

import dev.steward.platform.web.NotFound;

/// No such link on the entry, or it was removed.
final class LinkNotFound extends NotFound {

    LinkNotFound() {
        super("link-not-found", "There is no such link on this entry.");
    }
}
