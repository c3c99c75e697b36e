package dev.steward.feedback.contact;

import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

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
    Contact updateOptOut(UUID id, boolean optOut, IfMatch ifMatch, EventContext by) {
        var contact = contacts.lock(List.of(id)).getFirst();
        ifMatch.check(contact.version());
        var changed = contact.updateOptOut(optOut);
        changed.ifPresent(event -> {
            contacts.save(List.of(event.contact()));
            events.append(by, event);
        });
        return changed.map(ContactEvent.OptOutChanged::contact).orElse(contact);
    }
}
