package dev.steward.feedback.contact;

import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// What people want to hear.
@ApplicationScoped
class Wishes {

    private final Contacts contacts;
    private final EventRecord events;

    Wishes(Contacts contacts, EventRecord events) {
        this.contacts = contacts;
        this.events = events;
    }

    /// Messages that wait are not sent any more.
    @Transactional
    Contact wantMessages(UUID id, boolean wanted, IfMatch ifMatch, Provenance by) {
        var contact = contacts.lock(List.of(id)).getFirst();
        ifMatch.check(contact.version());
        var wished = contact.wantMessages(wanted);
        wished.ifPresent(event -> {
            contacts.save(List.of(event.contact()));
            events.append(by, event);
        });
        return wished.map(ContactEvent.Wished::contact).orElse(contact);
    }
}
