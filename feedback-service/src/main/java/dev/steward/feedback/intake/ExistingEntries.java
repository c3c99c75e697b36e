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

/// Finds and locks the known entries and people of a batch.
///
/// Order of locks: registration (only when something unknown may be created), entries, contacts,
/// customers, demand; each kind in the order of ids. So concurrent batches cannot deadlock.
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

    /// The stored entries, by external id.
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

    /// The customers that the entries name and the sender may not name.
    @Transactional(Transactional.TxType.MANDATORY)
    Set<ExternalId> forbiddenCustomers(Sender sender, List<NewFeedback> submitted) {
        var contactInputs =
                submitted.stream()
                        .flatMap(entry -> IntakeBatch.contactInputs(entry, sender))
                        .toList();
        return contacts.forbiddenCustomers(sender, contactInputs);
    }

    /// Finds or creates everybody whom the entries name. Called after [#entries].
    @Transactional(Transactional.TxType.MANDATORY)
    ContactDirectory.MatchedContacts people(Sender sender, List<NewFeedback> submitted) {
        var contactInputs =
                submitted.stream()
                        .flatMap(entry -> IntakeBatch.contactInputs(entry, sender))
                        .toList();
        return contacts.findOrCreate(sender, contactInputs);
    }
}
