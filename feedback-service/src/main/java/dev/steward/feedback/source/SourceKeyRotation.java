package dev.steward.feedback.source;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Creates and revokes keys of a source, so that keys can be replaced.
@ApplicationScoped
class SourceKeyRotation {

    /// @param token known only now: the database stores its hash
    record Created(SourceKey key, SourceKeyToken token) {}

    private final Sources sources;
    private final SourceKeys keys;
    private final EventStore events;
    private final Clock clock;

    SourceKeyRotation(Sources sources, SourceKeys keys, EventStore events, Clock clock) {
        this.sources = sources;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /// @throws Source.TooManyKeys when the source has two keys
    @Transactional
    Created create(Grant grant, UUID sourceId) {
        var source = sources.lock(sourceId);
        var token = SourceKeyToken.random();
        var created = source.addKey(token.id(), keys.count("sourceId", sourceId));
        var key = new SourceKey(sourceId, token, clock.instant().truncatedTo(ChronoUnit.MICROS));
        keys.persist(key);
        events.append(grant.by(), created);
        return new Created(key, token);
    }

    /// From the commit on every instance refuses the key.
    @Transactional
    void revoke(Grant grant, UUID sourceId, UUID keyId, IfMatch ifMatch) {
        var source = sources.lock(sourceId);
        var key = keys.get(sourceId, keyId);
        ifMatch.check(SourceKeyView.VERSION);
        keys.delete(key);
        events.append(grant.by(), source.revokeKey(keyId));
    }
}
