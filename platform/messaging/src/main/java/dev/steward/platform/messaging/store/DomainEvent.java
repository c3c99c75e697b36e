package dev.steward.platform.messaging.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact, as the entity that decided it returns it: what changed, and the state after it.
public interface DomainEvent {

    UUID productId();

    Aggregate aggregate();

    /// What happened, in the past tense: `estimated`. With the aggregate's type and the publisher
    /// it makes the event's type `steward.backlog.item.estimated.v1`.
    String happened();

    Changes changes();

    /// Written as JSON; null when the aggregate was deleted. No unbounded collection, no person's
    /// name, e-mail, revenue, quote or internal comment: events leave the service.
    @Nullable Object state();

    default @Nullable String reason() {
        return null;
    }
}
