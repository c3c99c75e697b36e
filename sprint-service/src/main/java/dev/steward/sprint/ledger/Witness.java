package dev.steward.sprint.ledger;

import dev.steward.platform.messaging.IncomingEvent;
import dev.steward.platform.messaging.Provenance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On whose account an entry is made.
///
/// @param now the earliest time that the entry can have
/// @param occurredAt when it happened, as the one who did it says; no figure uses it
/// @param cause the event of another service that it follows from
public record Witness(String actor, Instant now, Instant occurredAt, @Nullable UUID cause) {

    public static Witness of(Provenance by, Instant now) {
        return new Witness(by.actor(), now, now, null);
    }

    /// The person behind the event is named, not the reaction.
    public static Witness of(IncomingEvent event, Instant now) {
        return new Witness(event.actor(), now, event.at(), event.id());
    }
}
