package dev.steward.feedback.contact;

import dev.steward.platform.web.problem.NotFound;

/// The contact does not exist, or the caller may not see it.
final class ContactNotFound extends NotFound {

    ContactNotFound() {
        super("contact-not-found", "There is no such contact, or you may not see them.");
    }
}
