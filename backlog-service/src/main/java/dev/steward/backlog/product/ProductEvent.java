package dev.steward.backlog.product;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// The events of a product.
sealed interface ProductEvent extends DomainEvent {

    @Override
    ProductState state();

    long version();

    @Override
    default UUID productId() {
        return state().id();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("product", state().id(), version());
    }

    record Created(ProductState state, long version, Changes changes) implements ProductEvent {}

    record Edited(ProductState state, long version, Changes changes) implements ProductEvent {}
}
