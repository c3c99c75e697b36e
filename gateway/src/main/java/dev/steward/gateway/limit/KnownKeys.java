package dev.steward.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.steward.gateway.caller.Caller;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Source keys that feedback-service has accepted. Such a key has a quota of its own; until then
/// its requests count with those of all unknown keys of the same address, because anybody can make
/// up as many keys as they like.
@Singleton
public class KnownKeys {

    private static final Duration MEMORY = Duration.ofHours(1);
    private static final long MOST = 100_000;

    private final Cache<String, Boolean> accepted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(MEMORY).build();

    /// In whose name the request of this caller is counted.
    public Caller payer(Caller caller, Caller.Address address) {
        return caller instanceof Caller.SourceKey key
                        && accepted.getIfPresent(key.fingerprint()) == null
                ? new Caller.UnknownKey(address)
                : caller;
    }

    public void accepted(Caller.SourceKey key) {
        accepted.put(key.fingerprint(), true);
    }

    /// A key can be revoked.
    public void refused(Caller.SourceKey key) {
        accepted.invalidate(key.fingerprint());
    }
}
