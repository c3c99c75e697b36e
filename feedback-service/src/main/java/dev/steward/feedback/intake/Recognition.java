package dev.steward.feedback.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.steward.feedback.contact.ContactBook;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.identity.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Finds which entries and people of a delivery are known, and keeps them so until the transaction
/// ends.
///
/// Locks always come in this order: registration (only where something unknown comes), entries,
/// people, their companies, demand; each kind by id. So deliveries never wait for each other in a
/// circle.
@ApplicationScoped
class Recognition {

    private final Registration registration;
    private final FeedbackEntries entries;
    private final ContactBook contacts;

    Recognition(Registration registration, FeedbackEntries entries, ContactBook contacts) {
        this.registration = registration;
        this.entries = entries;
        this.contacts = contacts;
    }

    /// The known ones among the entries, by external id.
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, Feedback> entries(Sender sender, List<NewEntry> delivered) {
        UUID source = sender.source().id();
        var ids =
                delivered.stream()
                        .map(NewEntry::externalId)
                        .filter(Objects::nonNull)
                        .collect(toSet());
        if (entries.knowsAll(source, ids)) {
            var mentions =
                    delivered.stream().flatMap(entry -> Reception.mentions(entry, sender)).toList();
            contacts.registerIfUnknown(sender.productId(), mentions);
        } else {
            registration.enter(sender.productId());
        }
        return entries.lock(source, ids).stream()
                .collect(
                        toMap(known -> Objects.requireNonNull(known.externalId()), known -> known));
    }

    /// The companies in the entries that the sender may not name.
    @Transactional(Transactional.TxType.MANDATORY)
    Set<ExternalId> notToBeNamed(Sender sender, List<NewEntry> delivered) {
        var mentions =
                delivered.stream().flatMap(entry -> Reception.mentions(entry, sender)).toList();
        return contacts.notToBeNamed(sender, mentions);
    }

    /// Everybody whom the entries mention, after the entries.
    @Transactional(Transactional.TxType.MANDATORY)
    ContactBook.Identified people(Sender sender, List<NewEntry> delivered) {
        var mentions =
                delivered.stream().flatMap(entry -> Reception.mentions(entry, sender)).toList();
        return contacts.identify(sender, mentions);
    }
}
