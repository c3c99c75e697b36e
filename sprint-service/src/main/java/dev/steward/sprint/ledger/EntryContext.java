package dev.steward.sprint.ledger;

import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.EventContext;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who and what caused a ledger entry, and when.
///
/// @param actor `sub` of the person
/// @param now the earliest time that the entry can be recorded at
/// @param occurredAt when the causing event happened; informative only, no figure uses it
/// @param cause id of the event of another service that caused it; null when a person did it here
public record EntryContext(String actor, Instant now, Instant occurredAt, @Nullable UUID cause) {

    public static EntryContext of(EventContext by, Instant now) {
        return new EntryContext(by.actor(), now, now, null);
    }

    /// Names the person behind the event of another service.
    public static EntryContext of(IncomingEvent event, Instant now) {
        return new EntryContext(event.actor(), now, event.at(), event.id());
    }
}
