package dev.steward.feedback.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a delivery: ids only, never a name, an address or the text.
public sealed interface DeliveryEvent extends DomainEvent {

    Delivery delivery();

    Delivery before();

    record Edited(Delivery delivery, Delivery before) implements DeliveryEvent {}

    /// The status is final: the message was sent, or never will be.
    record Settled(Delivery delivery, Delivery before) implements DeliveryEvent {}

    /// The status is final: the source tells the person, and learns of it by this event.
    record HandedOver(Delivery delivery, Delivery before, Handover handover)
            implements DeliveryEvent {

        @Override
        public Object state() {
            return State.of(delivery, handover);
        }
    }

    @Override
    default UUID productId() {
        return delivery().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("delivery", delivery().id(), delivery().version());
    }

    @Override
    default Changes changes() {
        return Changes.of("status", before().status(), delivery().status());
    }

    @Override
    default Object state() {
        return State.of(delivery(), null);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            UUID id,
            UUID productId,
            UUID releaseId,
            UUID contactId,
            DeliveryStatus status,
            @Nullable Handover handover) {

        private static State of(Delivery delivery, @Nullable Handover handover) {
            return new State(
                    delivery.id(),
                    delivery.productId(),
                    delivery.releaseId(),
                    delivery.contactId(),
                    delivery.status(),
                    handover);
        }
    }
}
