package dev.steward.feedback.source;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Creates sources with their first key.
@ApplicationScoped
class SourceCreation {

    /// @param secret known only now: the database stores its hash
    record Created(Source source, SourceKeys.LiveKey key, SourceKey secret) {}

    private final Sources sources;
    private final SourceKeys keys;
    private final EventStore events;
    private final Clock clock;

    SourceCreation(Sources sources, SourceKeys keys, EventStore events, Clock clock) {
        this.sources = sources;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Created create(Grant grant, NewSource requested) {
        var source =
                new Source(
                        UuidCreator.getTimeOrderedEpoch(),
                        grant.productId(),
                        1,
                        requested.name(),
                        requested.systemOrFromName(),
                        requested.scopesOrDefault(),
                        requested.verifiesEmails(),
                        requested.tellsItsPeople(),
                        false,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        var secret = SourceKey.random();
        sources.add(source);
        keys.add(source.id(), secret, source.createdAt());
        events.append(grant.by(), source.created());
        var key = new SourceKeys.LiveKey(secret.id(), source.id(), source.createdAt(), null);
        return new Created(source, key, secret);
    }
}
