package dev.steward.feedback.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a delivery: ids only, never a name, an address or the text.
public sealed interface DeliveryEvent extends DomainEvent {

    long version();

    @Override
    State state();

    record Edited(long version, State state) implements DeliveryEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    /// The status is final: the message was sent, or never will be.
    record Settled(long version, Changes changes, State state) implements DeliveryEvent {}

    /// The status is final: the source tells the person, and learns of it by this event.
    record HandedOver(long version, Changes changes, State state) implements DeliveryEvent {}

    @Override
    default UUID productId() {
        return state().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("delivery", state().id(), version());
    }

    /// @param handover only in the event with which the source gets to know of it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            UUID id,
            UUID productId,
            UUID releaseId,
            UUID contactId,
            DeliveryStatus status,
            @Nullable Handover handover) {}
}
