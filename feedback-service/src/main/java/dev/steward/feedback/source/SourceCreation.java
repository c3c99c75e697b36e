package dev.steward.feedback.source;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Creates sources with their first key.
@ApplicationScoped
class SourceCreation {

    /// @param token known only now: the database stores its hash
    record Created(Source source, SourceKey key, SourceKeyToken token) {}

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
        var source = new Source(grant.productId(), requested, clock.instant());
        sources.persist(source);
        var token = SourceKeyToken.random();
        var key = new SourceKey(source.id(), token, source.createdAt());
        keys.persist(key);
        events.append(grant.by(), source.created());
        return new Created(source, key, token);
    }
}
