package dev.steward.platform.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/// Asked before the OIDC mechanism, which then only sees tokens that were not verified in the last
/// minute: checking the same signature again for each request was a third of the cost of reading an
/// item.
@ApplicationScoped
public class CachingAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokenCache tokens;

    CachingAuthenticationMechanism(OidcAuthenticationMechanism oidc, VerifiedTokenCache tokens) {
        this.oidc = oidc;
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext routing, IdentityProviderManager providers) {
        var authorization = routing.request().getHeader("Authorization");
        if (authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        return tokens.find(authorization)
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> verify(authorization, routing, providers));
    }

    private Uni<SecurityIdentity> verify(
            String authorization, RoutingContext routing, IdentityProviderManager providers) {
        if (!JwtSyntax.isToken(authorization.substring(BEARER.length()).strip())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return oidc.authenticate(routing, providers)
                .onItem()
                .ifNotNull()
                .invoke(identity -> tokens.remember(authorization, identity));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return oidc.getChallenge(routing);
    }

    @Override
    public int getPriority() {
        // Above OIDC's, below the source keys'.
        return DEFAULT_PRIORITY + 400;
    }
}
