package dev.steward.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.steward.gateway.caller.Caller;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Remembers source keys that feedback-service has accepted. Such a key has a quota of its own; the
/// requests of all other keys of one address share a quota, because anyone can invent keys.
@Singleton
public class AcceptedSourceKeys {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final long MAX_ENTRIES = 100_000;

    private final Cache<String, Boolean> accepted =
            Caffeine.newBuilder().maximumSize(MAX_ENTRIES).expireAfterAccess(LIFETIME).build();

    /// The caller whose limits the request counts against.
    public Caller countedCaller(Caller caller, Caller.Address address) {
        return caller instanceof Caller.SourceKey key
                        && accepted.getIfPresent(key.fingerprint()) == null
                ? new Caller.UnknownKey(address)
                : caller;
    }

    public void accepted(Caller.SourceKey key) {
        accepted.put(key.fingerprint(), true);
    }

    /// Forgets a key, which may have been revoked.
    public void refused(Caller.SourceKey key) {
        accepted.invalidate(key.fingerprint());
    }
}
