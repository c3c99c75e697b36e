package dev.steward.platform.messaging.store;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A fact, as the entity that decided it returns it: what changed, and the state after it.
public interface DomainEvent {

    /// Between the words of `ValueRaised`.
    Pattern HUMPS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    UUID productId();

    Aggregate aggregate();

    /// What happened, in the past tense: `estimated`. With the aggregate's type and the publisher
    /// it makes the event's type `steward.backlog.item.estimated.v1`. By default the name of the
    /// record, so to rename that is to rename what others read: the contracts refuse it.
    default String happened() {
        return HUMPS.matcher(getClass().getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    Changes changes();

    /// Written as JSON; null when the aggregate was deleted. No unbounded collection, no person's
    /// name, e-mail, revenue, quote or internal comment: events leave the service.
    @Nullable Object state();

    default @Nullable String reason() {
        return null;
    }
}
