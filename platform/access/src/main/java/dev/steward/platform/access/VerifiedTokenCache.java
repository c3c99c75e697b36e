package dev.steward.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The identities of tokens whose signature was verified in the last minute. Only verified tokens
/// are here, each under its whole text, and none after its own expiry. A key that the issuer
/// withdraws is trusted for a minute more.
@ApplicationScoped
class VerifiedTokenCache {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final long MOST = 10_000;

    private record Bearer(SecurityIdentity identity, Instant end) {}

    private final InstantSource clock;
    private final Cache<String, Bearer> bearers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    VerifiedTokenCache(InstantSource clock) {
        this.clock = clock;
    }

    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(bearers.getIfPresent(token))
                .filter(bearer -> clock.instant().isBefore(bearer.end()))
                .map(Bearer::identity);
    }

    void remember(String token, SecurityIdentity verified) {
        if (verified.getPrincipal() instanceof JsonWebToken claims) {
            bearers.put(
                    token,
                    new Bearer(
                            withoutItsRequest(verified),
                            Instant.ofEpochSecond(claims.getExpirationTime())));
        }
    }

    /// OIDC's identity holds on to the request that it came with.
    private static SecurityIdentity withoutItsRequest(SecurityIdentity verified) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(verified.getPrincipal())
                .addRoles(verified.getRoles())
                .addCredentials(verified.getCredentials())
                .build();
    }
}
