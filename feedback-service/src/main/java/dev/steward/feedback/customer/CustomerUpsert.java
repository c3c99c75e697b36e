package dev.steward.feedback.customer;

import dev.steward.feedback.demand.DemandRecalculation;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.identity.RegistrationLock;
import dev.steward.feedback.source.SourceKeys;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Creates a customer, or updates the one that has the same external id.
@ApplicationScoped
class CustomerUpsert {

    @Schema(name = "CustomerResult")
    enum Result {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    record Upserted(Customer customer, Result result) {}

    private final SourceKeys keys;
    private final Customers customers;
    private final RegistrationLock registrationLock;
    private final DemandRecalculation demandRecalculation;
    private final EventStore events;
    private final Clock clock;

    CustomerUpsert(
            SourceKeys keys,
            Customers customers,
            RegistrationLock registrationLock,
            DemandRecalculation demandRecalculation,
            EventStore events,
            Clock clock) {
        this.keys = keys;
        this.customers = customers;
        this.registrationLock = registrationLock;
        this.demandRecalculation = demandRecalculation;
        this.events = events;
        this.clock = clock;
    }

    /// Creates the customer, or updates the one that has one of the external ids.
    @Transactional
    Upserted upsert(ApiCaller caller, NewCustomer fields) {
        if (caller instanceof ApiCaller.Key key) {
            keys.requireLive(key.keyId());
        }
        refuseFreeMail(fields);
        var productId = caller.productId();
        var by = caller.by();
        // New external ids and domains are unique keys, and most requests contain some.
        registrationLock.acquire(productId);
        var known = known(caller, fields.externalIdList());
        refuseTakenDomains(productId, fields, known);
        return known.map(id -> update(id, fields, by))
                .orElseGet(() -> create(productId, fields, by));
    }

    private Optional<UUID> known(ApiCaller caller, List<ExternalId> ids) {
        var found = new TreeSet<>(customers.byExternalId(caller.productId(), ids).values());
        if (found.size() > 1) {
            throw new CustomersDiffer(found, caller);
        }
        return found.stream().findFirst();
    }

    private Upserted create(UUID productId, NewCustomer fields, EventContext by) {
        var customer = Customer.create(productId, fields, clock.instant());
        customers.persist(customer);
        customers.saveIdentifiers(List.of(customer));
        events.append(by, customer.created());
        return new Upserted(customer, Result.CREATED);
    }

    private Upserted update(UUID id, NewCustomer fields, EventContext by) {
        var customer = customers.lock(id);
        var weight = customer.weight();
        var edited = customer.update(fields);
        edited.ifPresent(event -> {
            customers.saveIdentifiers(List.of(customer));
            events.append(by, event);
            if (!customer.weight().equals(weight)) {
                demandRecalculation.afterCustomer(id, by);
            }
        });
        return new Upserted(customer, edited.isPresent() ? Result.UPDATED : Result.UNCHANGED);
    }

    private static void refuseFreeMail(NewCustomer fields) {
        var freeMail =
                fields.normalizedDomains().stream().filter(FreeMailDomains::contains).toList();
        if (!freeMail.isEmpty()) {
            throw new Invalid(
                    FieldError.at(
                            "/domains",
                            "free-mail-domain",
                            String.join(", ", freeMail)
                                    + ": a free-mail domain does not belong to one company."));
        }
    }

    private void refuseTakenDomains(UUID productId, NewCustomer fields, Optional<UUID> self) {
        var taken =
                new HashSet<>(customers.byDomain(productId, fields.normalizedDomains()).entrySet());
        taken.removeIf(domain -> self.isPresent() && self.get().equals(domain.getValue()));
        if (!taken.isEmpty()) {
            throw new DomainTaken(taken.stream().map(Map.Entry::getKey).sorted().toList());
        }
    }
}
