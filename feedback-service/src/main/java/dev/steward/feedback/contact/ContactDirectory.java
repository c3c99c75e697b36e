package dev.steward.feedback.contact;

import dev.steward.feedback.customer.CustomerDirectory;
import dev.steward.feedback.customer.CustomerInput;
import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.identity.RegistrationLock;
import dev.steward.feedback.source.SourceSummary;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.access.Right;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the contacts that a request names and creates the unknown ones, in a fixed number of
/// statements.
@ApplicationScoped
public class ContactDirectory {

    /// @param ids contacts by external id
    /// @param changedCustomer contacts that belong to another company than before
    public record MatchedContacts(Map<ExternalId, UUID> ids, Set<UUID> changedCustomer) {

        public UUID of(ContactInput contactInput) {
            return Objects.requireNonNull(
                    ids.get(contactInput.id()), "every contact input was matched");
        }
    }

    private final Contacts contacts;
    private final CustomerDirectory customers;
    private final RegistrationLock registrationLock;
    private final EventStore events;
    private final Clock clock;

    ContactDirectory(
            Contacts contacts,
            CustomerDirectory customers,
            RegistrationLock registrationLock,
            EventStore events,
            Clock clock) {
        this.contacts = contacts;
        this.customers = customers;
        this.registrationLock = registrationLock;
        this.events = events;
        this.clock = clock;
    }

    /// Takes the registration lock when a contact or customer may have to be created or to get
    /// another external id. Must be called before any row is locked.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockIfUnknown(UUID productId, Collection<ContactInput> contactInputs) {
        var ids = contactInputs.stream().map(ContactInput::id).collect(Collectors.toSet());
        var named =
                companiesOf(contactInputs).stream()
                        .map(CustomerInput::id)
                        .collect(Collectors.toSet());
        var allKnown =
                contacts.byExternalId(productId, ids).size() == ids.size()
                        && customers.knowsAll(productId, named);
        if (!allKnown) {
            registrationLock.acquire(productId);
        }
    }

    /// The customers that the sender may not name. Submitting feedback does not give the right to
    /// create customers: a member without it names known customers only, and only when they may
    /// read customers. A source key speaks for a system that knows its customers.
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<ExternalId> forbiddenCustomers(
            Sender sender, Collection<ContactInput> contactInputs) {
        var named =
                companiesOf(contactInputs).stream()
                        .map(CustomerInput::id)
                        .collect(Collectors.toSet());
        return switch (sender.caller()) {
            case ApiCaller.Key _ -> Set.of();
            case ApiCaller.Member _ when named.isEmpty() -> Set.of();
            case ApiCaller.Member member when member.may(Right.CUSTOMERS) -> Set.of();
            case ApiCaller.Member member when member.mayRead(Right.CUSTOMERS) ->
                    customers.unknown(sender.productId(), named);
            case ApiCaller.Member _ -> named;
        };
    }

    /// Finds all contacts and creates the unknown ones. Where that may happen, the registration
    /// lock must be held.
    @Transactional(Transactional.TxType.MANDATORY)
    public MatchedContacts findOrCreate(Sender sender, Collection<ContactInput> contactInputs) {
        if (contactInputs.isEmpty()) {
            return new MatchedContacts(Map.of(), Set.of());
        }
        var productId = sender.productId();
        var named = customers.findOrCreate(productId, companiesOf(contactInputs), sender.by());
        var byDomain = customers.byDomain(productId, present(contactInputs, ContactInput::domain));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var matching = new ContactMatching(sender, known(sender.source(), contactInputs), now);
        for (var contactInput : contactInputs) {
            var company =
                    contactInput.company() == null ? null : named.get(contactInput.company().id());
            matching.match(
                    contactInput, company, contactInput.domain().map(byDomain::get).orElse(null));
        }
        save(productId, matching, sender.by());
        return new MatchedContacts(matching.ids(), matching.changedCustomer());
    }

    /// Locks the contacts of an entry, and their customers, until the transaction ends, because
    /// they are about to count in another item's demand.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockVoices(UUID feedback) {
        customers.lockShared(contacts.lockVoices(feedback));
    }

    private ContactMatching.KnownContacts known(
            SourceSummary source, Collection<ContactInput> contactInputs) {
        var productId = source.productId();
        var ids =
                contacts.byExternalId(
                        productId,
                        contactInputs.stream()
                                .flatMap(ContactInput::ids)
                                .collect(Collectors.toSet()));
        var addresses =
                source.emailsVerified()
                        ? contacts.byAddress(
                                productId, present(contactInputs, ContactInput::address))
                        : Map.<EmailAddress, UUID>of();
        var all = new HashSet<>(ids.values());
        all.addAll(addresses.values());
        return new ContactMatching.KnownContacts(ids, addresses, contacts.lock(all));
    }

    private void save(UUID productId, ContactMatching matching, EventContext by) {
        contacts.insert(productId, matching.created());
        if (!matching.newIds().isEmpty()) {
            contacts.saveIds(productId, matching.newIds());
        }
        customers.lockShared(matching.ids().values());
        events.append(by, matching.events());
    }

    private static List<CustomerInput> companiesOf(Collection<ContactInput> contactInputs) {
        return contactInputs.stream()
                .flatMap(contactInput -> Optional.ofNullable(contactInput.company()).stream())
                .toList();
    }

    private static <T> Set<T> present(
            Collection<ContactInput> contactInputs, Function<ContactInput, Optional<T>> part) {
        return contactInputs.stream()
                .flatMap(contactInput -> part.apply(contactInput).stream())
                .collect(Collectors.toSet());
    }
}
