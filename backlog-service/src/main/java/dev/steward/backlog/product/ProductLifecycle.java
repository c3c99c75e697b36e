package dev.steward.backlog.product;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;

/// Creating and updating products.
@ApplicationScoped
class ProductLifecycle {

    private final Products products;
    private final Memberships memberships;
    private final EventStore events;
    private final Clock clock;

    ProductLifecycle(Products products, Memberships memberships, EventStore events, Clock clock) {
        this.products = products;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
    }

    /// Creates a product; the caller becomes its owner.
    @Transactional
    Product create(String key, ProductFields fields, EventContext by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var product = new Product(UuidCreator.getTimeOrderedEpoch(), key, fields, now);
        save(product);
        products.beginItemNumbers(product.id());
        var owner =
                new Membership(UuidCreator.getTimeOrderedEpoch(), product.id(), by.actor(), now);
        var granted = owner.grant(Set.of(Role.OWNER), now);
        memberships.persist(owner);
        events.append(by, List.of(product.created(), granted));
        return product;
    }

    /// @param change computes the new fields from the present ones
    @Transactional
    Product update(Grant grant, IfMatch ifMatch, UnaryOperator<ProductFields> change) {
        var product = products.locked(grant.productId());
        ifMatch.check(product.version());
        product.update(change.apply(product.fields()))
                .ifPresent(event -> events.append(grant.by(), event));
        return product;
    }

    private void save(Product product) {
        if (products.isTaken(product.key())) {
            throw new ProductKeyTaken(product.key());
        }
        try {
            products.persistAndFlush(product);
        } catch (ConstraintViolationException takenMeanwhile) {
            throw new ProductKeyTaken(product.key());
        }
    }
}
