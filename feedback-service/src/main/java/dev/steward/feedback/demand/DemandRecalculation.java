package dev.steward.feedback.demand;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Recalculates the demand for items in the transaction of the write that changes it. Locks the
/// demand of the affected items first and reads the votes after that, so that of two concurrent
/// writes the later one sees both. The caller must hold the lock of what it changed (entry, contact
/// or customer).
@ApplicationScoped
public class DemandRecalculation {

    private static final String ITEMS_OF_ENTRIES =
            """
            select distinct l.item_id from feedback f
            join feedback m on m.root_id = f.root_id join link l on l.feedback_id = m.id
            where f.id = any (:entries) and l.kind = 'SOLVES' and not l.removed
            """;
    private static final String ITEMS_OF_CONTACTS =
            """
            select distinct l.item_id from feedback f
            join feedback m on m.root_id = f.root_id join link l on l.feedback_id = m.id
            where l.kind = 'SOLVES' and not l.removed and f.id in (
                select id from feedback where contact_id = any (:contacts)
                union all
                select feedback_id from vote where contact_id = any (:contacts) and not withdrawn)
            """;
    private static final String CONTACTS_OF =
            "select id from contact where customer_id = :customer";

    private final Database database;
    private final Demands demands;
    private final PartyQuery partyQuery;
    private final EventStore events;
    private final Clock clock;

    DemandRecalculation(
            Database database,
            Demands demands,
            PartyQuery partyQuery,
            EventStore events,
            Clock clock) {
        this.database = database;
        this.demands = demands;
        this.partyQuery = partyQuery;
        this.events = events;
        this.clock = clock;
    }

    /// After entries or their votes have changed, or contacts belong to another customer.
    @Transactional(Transactional.TxType.MANDATORY)
    public void afterFeedback(
            Collection<UUID> entries, Collection<UUID> changedCustomer, EventContext by) {
        var items = new HashSet<UUID>();
        if (!entries.isEmpty()) {
            items.addAll(ids(ITEMS_OF_ENTRIES, "entries", entries));
        }
        items.addAll(itemsOfContacts(changedCustomer));
        recalculate(items, by);
    }

    /// After the revenue or segment of a customer has changed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void afterCustomer(UUID customer, EventContext by) {
        recalculate(
                itemsOfContacts(
                        database.query(
                                CONTACTS_OF,
                                query ->
                                        query.bind("customer", customer).mapTo(UUID.class).list())),
                by);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void afterLink(UUID itemId, EventContext by) {
        recalculate(List.of(itemId), by);
    }

    private Collection<UUID> itemsOfContacts(Collection<UUID> contacts) {
        return contacts.isEmpty() ? List.of() : ids(ITEMS_OF_CONTACTS, "contacts", contacts);
    }

    private List<UUID> ids(String sql, String parameter, Collection<UUID> of) {
        return database.query(
                sql, query -> query.bind(parameter, SqlArray.uuids(of)).mapTo(UUID.class).list());
    }

    private void recalculate(Collection<UUID> items, EventContext by) {
        if (items.isEmpty()) {
            return;
        }
        var settings = DemandSettings.DEFAULTS;
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var stored = demands.lock(items, Demand.none(today, settings));
        var partiesByItem = partyQuery.of(items);
        var changed =
                stored.stream()
                        .map(item ->
                                item.update(
                                        Demand.of(
                                                partiesByItem.getOrDefault(
                                                        item.itemId(), List.of()),
                                                today,
                                                settings)))
                        .flatMap(Optional::stream)
                        .toList();
        events.append(by, changed);
    }
}
