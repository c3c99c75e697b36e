package dev.steward.gateway.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Verifies tokens. A verified token is cached for a minute, but never beyond its expiry: checking
/// the same signature again for each request would be half of the gateway's work.
@Singleton
class VerifiedTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final long MAX_ENTRIES = 10_000;

    private record Verified(Caller.Subject subject, Instant end) {}

    private final TenantIdentityProvider issuer;
    private final InstantSource clock;
    private final Cache<String, Verified> known =
            Caffeine.newBuilder().maximumSize(MAX_ENTRIES).expireAfterWrite(LIFETIME).build();

    @Inject
    VerifiedTokens(TenantIdentityProvider issuer) {
        this(issuer, InstantSource.system());
    }

    VerifiedTokens(TenantIdentityProvider issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /// The subject of a token; fails when the token is not valid.
    Uni<Caller.Subject> verify(String token) {
        return find(token)
                .map(subject -> Uni.createFrom().item(subject))
                .orElseGet(() ->
                        // Deferred, so that an exception becomes a failure of the Uni too.
                        Uni.createFrom()
                                .deferred(
                                        () -> issuer.authenticate(new AccessTokenCredential(token)))
                                .map(identity -> remember(token, identity)));
    }

    private Optional<Caller.Subject> find(String token) {
        return Optional.ofNullable(known.getIfPresent(token))
                .filter(verified -> clock.instant().isBefore(verified.end()))
                .map(Verified::subject);
    }

    private Caller.Subject remember(String token, SecurityIdentity identity) {
        var subject = new Caller.Subject(identity.getPrincipal().getName());
        if (identity.getPrincipal() instanceof JsonWebToken claims) {
            var end = Instant.ofEpochSecond(claims.getExpirationTime());
            known.put(token, new Verified(subject, end));
        }
        return subject;
    }
}
