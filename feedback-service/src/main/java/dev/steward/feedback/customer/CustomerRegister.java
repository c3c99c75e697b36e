package dev.steward.feedback.customer;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.demand.Reckoning;
import dev.steward.feedback.identity.ExternalId;
import dev.steward.feedback.identity.Registration;
import dev.steward.feedback.source.SourceKeys;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Keeping the register of companies.
@ApplicationScoped
class CustomerRegister {

    @Schema(name = "CustomerResult")
    enum Result {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    record Entered(Customer customer, Result result) {}

    private final SourceKeys keys;
    private final Customers customers;
    private final Registration registration;
    private final Reckoning reckoning;
    private final EventRecord events;
    private final Clock clock;

    CustomerRegister(
            SourceKeys keys,
            Customers customers,
            Registration registration,
            Reckoning reckoning,
            EventRecord events,
            Clock clock) {
        this.keys = keys;
        this.customers = customers;
        this.registration = registration;
        this.reckoning = reckoning;
        this.events = events;
        this.clock = clock;
    }

    /// Makes the company, or tells the one that an external id finds what is new.
    @Transactional
    Entered enter(Visitor visitor, NewCustomer fields) {
        if (visitor instanceof Visitor.Key key) {
            keys.requireLive(key.keyId());
        }
        refuseFreeMail(fields);
        var productId = visitor.productId();
        var by = visitor.by();
        // New external ids and domains are natural keys, and most requests bring some.
        registration.enter(productId);
        var known = known(visitor, fields.externalIdList());
        refuseTakenDomains(productId, fields, known);
        return known.map(id -> learn(id, fields, by))
                .orElseGet(() -> create(productId, fields, by));
    }

    private Optional<UUID> known(Visitor visitor, List<ExternalId> ids) {
        var found = new TreeSet<>(customers.byExternalId(visitor.productId(), ids).values());
        if (found.size() > 1) {
            throw new CustomersDiffer(found, visitor);
        }
        return found.stream().findFirst();
    }

    private Entered create(UUID productId, NewCustomer fields, Provenance by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var customer = Customer.of(UuidCreator.getTimeOrderedEpoch(), productId, fields, now);
        customers.save(List.of(customer));
        events.append(by, customer.created());
        return new Entered(customer, Result.CREATED);
    }

    private Entered learn(UUID id, NewCustomer fields, Provenance by) {
        var customer = customers.lock(id);
        return customer.learn(fields)
                .map(edited -> keep(edited, by))
                .orElse(new Entered(customer, Result.UNCHANGED));
    }

    private Entered keep(CustomerEvent.Edited edited, Provenance by) {
        customers.save(List.of(edited.customer()));
        events.append(by, edited);
        if (!edited.customer().weighsAs(edited.before())) {
            reckoning.afterCustomer(edited.customer().id(), by);
        }
        return new Entered(edited.customer(), Result.UPDATED);
    }

    private static void refuseFreeMail(NewCustomer fields) {
        if (fields.comparedDomains().stream().anyMatch(FreeMail::is)) {
            throw new Invalid(
                    FieldError.at(
                            "/domains",
                            "free-mail-domain",
                            "Addresses there say nothing about a company."));
        }
    }

    private void refuseTakenDomains(UUID productId, NewCustomer fields, Optional<UUID> self) {
        var taken =
                new HashSet<>(customers.byDomain(productId, fields.comparedDomains()).entrySet());
        taken.removeIf(domain -> self.isPresent() && self.get().equals(domain.getValue()));
        if (!taken.isEmpty()) {
            throw new DomainTaken(taken.stream().map(Map.Entry::getKey).sorted().toList());
        }
    }
}
