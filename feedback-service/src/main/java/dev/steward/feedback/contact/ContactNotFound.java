package dev.steward.feedback.contact;

import dev.steward.platform.web.NotFound;

/// No such contact, or not for this caller.
final class ContactNotFound extends NotFound {

    ContactNotFound() {
        super("contact-not-found", "There is no such contact, or you may not see them.");
    }
}
