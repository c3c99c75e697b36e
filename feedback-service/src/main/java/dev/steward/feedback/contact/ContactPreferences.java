package dev.steward.feedback.contact;

import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Updates whether a contact wants messages.
@ApplicationScoped
class ContactPreferences {

    private final Contacts contacts;
    private final EventStore events;

    ContactPreferences(Contacts contacts, EventStore events) {
        this.contacts = contacts;
        this.events = events;
    }

    /// After an opt-out, messages that have not been sent are not sent.
    @Transactional
    Contact updateOptOut(UUID id, UnaryOperator<Boolean> optOut, IfMatch ifMatch, EventContext by) {
        var contact = contacts.lock(id);
        var requested = optOut.apply(contact.optOut());
        ifMatch.check(contact.version());
        contact.updateOptOut(requested).ifPresent(event -> events.append(by, event));
        return contact;
    }
}
