package dev.steward.feedback.customer;

import dev.steward.feedback.identity.ExternalId;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds the customers that feedback names and creates the unknown ones.
@ApplicationScoped
public class CustomerDirectory {

    private static final String LOCK_SHARED =
            """
            select id from customer where id in (select customer_id from contact where id = any (:contacts))
            order by id for share
            """;

    private final Customers customers;
    private final Database database;
    private final EventStore events;
    private final Clock clock;

    CustomerDirectory(Customers customers, Database database, EventStore events, Clock clock) {
        this.customers = customers;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    public boolean knowsAll(UUID productId, Set<ExternalId> ids) {
        return customers.byExternalId(productId, ids).size() == ids.size();
    }

    public Set<ExternalId> unknown(UUID productId, Set<ExternalId> ids) {
        var unknown = new HashSet<>(ids);
        unknown.removeAll(customers.byExternalId(productId, ids).keySet());
        return unknown;
    }

    /// Finds each customer; an unknown one is created unconfirmed. Where some may be unknown, the
    /// registration lock must be held.
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<ExternalId, UUID> findOrCreate(
            UUID productId, Collection<CustomerInput> named, EventContext by) {
        var distinct = new LinkedHashMap<ExternalId, CustomerInput>();
        named.forEach(company -> distinct.putIfAbsent(company.id(), company));
        var ids = new HashMap<>(customers.byExternalId(productId, distinct.keySet()));
        var created =
                distinct.values().stream()
                        .filter(company -> !ids.containsKey(company.id()))
                        .collect(
                                Collectors.toMap(
                                        CustomerInput::id,
                                        company ->
                                                Customer.unconfirmed(
                                                        productId, company, clock.instant())));
        if (!created.isEmpty()) {
            customers.insertUnconfirmed(created.values());
            events.append(by, created.values().stream().map(Customer::created).toList());
            created.forEach((id, customer) -> ids.put(id, customer.id()));
        }
        return ids;
    }

    /// Customers by domain of their people's e-mail addresses; free-mail domains belong to nobody.
    public Map<String, UUID> byDomain(UUID productId, Collection<String> domains) {
        var companyDomains = new TreeSet<>(domains);
        companyDomains.removeIf(FreeMailDomains::contains);
        return customers.byDomain(productId, companyDomains);
    }

    /// Locks the customers of these contacts until the transaction ends, so that their revenue and
    /// segment stay as they are.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockShared(Collection<UUID> contacts) {
        database.query(
                LOCK_SHARED,
                query -> query.bind("contacts", SqlArray.uuids(contacts)).mapTo(UUID.class).list());
    }
}
