package dev.steward.feedback.contact;

import dev.steward.feedback.identity.EmailAddress;
import dev.steward.feedback.identity.ExternalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Matches the people that a request names with the known contacts: by external id, else by address
/// where the source verifies addresses; everybody else is a new contact. Uses no database.
final class ContactMatching {

    private final Sender sender;
    private final Instant at;
    private final Map<ExternalId, UUID> ids;
    private final Map<EmailAddress, UUID> addresses;
    private final Map<UUID, Contact> contacts = new HashMap<>();

    private final Map<ExternalId, UUID> newIds = new LinkedHashMap<>();
    private final List<Contact> created = new ArrayList<>();
    private final List<ContactEvent> events = new ArrayList<>();
    private final Set<UUID> changedCustomer = new HashSet<>();

    /// The stored contacts that may match, before the first match.
    record KnownContacts(
            Map<ExternalId, UUID> ids, Map<EmailAddress, UUID> addresses, List<Contact> contacts) {}

    ContactMatching(Sender sender, KnownContacts known, Instant at) {
        this.sender = sender;
        this.at = at;
        this.ids = new HashMap<>(known.ids());
        this.addresses = new HashMap<>(known.addresses());
        known.contacts().forEach(contact -> contacts.put(contact.id(), contact));
    }

    /// @param company the customer that the input names; null for none
    /// @param companyOfDomain the customer that has the domain of the address; counts only where no
    ///   other customer is known
    void match(ContactInput contactInput, @Nullable UUID company, @Nullable UUID companyOfDomain) {
        var known = find(contactInput);
        if (known.isEmpty()) {
            create(contactInput, company == null ? companyOfDomain : company);
            return;
        }
        var contact = known.get();
        saveId(contactInput.id(), contact.id());
        if (sender.mayUpdate(contactInput)) {
            var customer =
                    company != null || contact.customerId() != null ? company : companyOfDomain;
            update(contact, contactInput, customer);
        }
    }

    Map<ExternalId, UUID> ids() {
        return ids;
    }

    Map<ExternalId, UUID> newIds() {
        return newIds;
    }

    List<Contact> created() {
        return created;
    }

    List<ContactEvent> events() {
        return events;
    }

    /// Contacts that belong to another customer than before, so that their votes weigh differently
    /// in all items.
    Set<UUID> changedCustomer() {
        return changedCustomer;
    }

    private Optional<Contact> find(ContactInput contactInput) {
        var id = contactInput.ids().map(ids::get).filter(Objects::nonNull).findFirst().orElse(null);
        if (id == null && sender.source().emailsVerified()) {
            id = contactInput.address().map(addresses::get).orElse(null);
        }
        return Optional.ofNullable(id).map(contacts::get);
    }

    private void create(ContactInput contactInput, @Nullable UUID company) {
        var contact = new Contact(sender.productId(), contactInput, company, at);
        saveId(contactInput.id(), contact.id());
        contactInput.address().ifPresent(address -> addresses.putIfAbsent(address, contact.id()));
        contacts.put(contact.id(), contact);
        created.add(contact);
        events.add(contact.created());
    }

    private void update(Contact contact, ContactInput contactInput, @Nullable UUID company) {
        var before = contact.customerId();
        contact.update(contactInput, company).ifPresent(events::add);
        if (!Objects.equals(contact.customerId(), before)) {
            changedCustomer.add(contact.id());
        }
    }

    private void saveId(ExternalId id, UUID contact) {
        if (ids.putIfAbsent(id, contact) == null) {
            newIds.put(id, contact);
        }
    }
}
