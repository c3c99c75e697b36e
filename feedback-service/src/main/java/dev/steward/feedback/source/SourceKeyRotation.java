package dev.steward.feedback.source;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Creates and revokes keys of a source, so that keys can be replaced.
@ApplicationScoped
class SourceKeyRotation {

    /// @param secret known only now: the database stores its hash
    record Created(SourceKeys.LiveKey key, SourceKey secret) {}

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
        var live = keys.bySource(List.of(sourceId)).getOrDefault(sourceId, List.of());
        var secret = SourceKey.random();
        var created = source.keyCreated(secret.id(), live.size());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        keys.add(sourceId, secret, now);
        sources.saveVersion(created.source());
        events.append(grant.by(), created);
        return new Created(new SourceKeys.LiveKey(secret.id(), sourceId, now, null), secret);
    }

    /// From the commit on every instance refuses the key.
    @Transactional
    void revoke(Grant grant, UUID sourceId, UUID keyId, IfMatch ifMatch) {
        var source = sources.lock(sourceId);
        var _ =
                keys.find(keyId)
                        .filter(key -> key.sourceId().equals(sourceId))
                        .orElseThrow(SourceKeyNotFound::new);
        ifMatch.check(SourceKeyView.VERSION);
        var revoked = source.keyRevoked(keyId);
        keys.delete(keyId);
        sources.saveVersion(revoked.source());
        events.append(grant.by(), revoked);
    }
}
