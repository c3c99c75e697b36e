package dev.steward.feedback.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.steward.feedback.contact.ContactDirectory;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.identity.RegistrationLock;
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
/// Locks always come in this order: registrationLock (only where something unknown comes), entries,
/// people, their companies, demand; each kind by id. So deliveries never wait for each other in a
/// circle.
@ApplicationScoped
class ExistingEntries {

    private final RegistrationLock registrationLock;
    private final FeedbackEntries entries;
    private final ContactDirectory contacts;

    ExistingEntries(
            RegistrationLock registrationLock, FeedbackEntries entries, ContactDirectory contacts) {
        this.registrationLock = registrationLock;
        this.entries = entries;
        this.contacts = contacts;
    }

    /// The known ones among the entries, by external id.
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, Feedback> entries(Sender sender, List<NewFeedback> submitted) {
        UUID source = sender.source().id();
        var ids =
                submitted.stream()
                        .map(NewFeedback::externalId)
                        .filter(Objects::nonNull)
                        .collect(toSet());
        if (entries.knowsAll(source, ids)) {
            var contactInputs =
                    submitted.stream()
                            .flatMap(entry -> IntakeBatch.contactInputs(entry, sender))
                            .toList();
            contacts.lockIfUnknown(sender.productId(), contactInputs);
        } else {
            registrationLock.acquire(sender.productId());
        }
        return entries.lock(source, ids).stream()
                .collect(
                        toMap(known -> Objects.requireNonNull(known.externalId()), known -> known));
    }

    /// The companies in the entries that the sender may not name.
    @Transactional(Transactional.TxType.MANDATORY)
    Set<ExternalId> forbiddenCustomers(Sender sender, List<NewFeedback> submitted) {
        var contactInputs =
                submitted.stream()
                        .flatMap(entry -> IntakeBatch.contactInputs(entry, sender))
                        .toList();
        return contacts.forbiddenCustomers(sender, contactInputs);
    }

    /// Everybody whom the entries mention, after the entries.
    @Transactional(Transactional.TxType.MANDATORY)
    ContactDirectory.MatchedContacts people(Sender sender, List<NewFeedback> submitted) {
        var contactInputs =
                submitted.stream()
                        .flatMap(entry -> IntakeBatch.contactInputs(entry, sender))
                        .toList();
        return contacts.findOrCreate(sender, contactInputs);
    }
}
