package dev.steward.feedback.source.caller;

import dev.steward.feedback.source.SourceKeyToken;
import dev.steward.feedback.source.SourceKeys;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Finds the source of a key. The query blocks, so it runs on a worker thread.
@ApplicationScoped
class SourceKeyIdentityProvider implements IdentityProvider<SourceKeyAuthenticationRequest> {

    private static final String ATTRIBUTE = "source-key";

    private final SourceKeys keys;

    SourceKeyIdentityProvider(SourceKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<SourceKeyAuthenticationRequest> getRequestType() {
        return SourceKeyAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            SourceKeyAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request));
    }

    /// The key of the caller; empty for callers with a token.
    static Optional<SourceKeys.AuthenticatedKey> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    private SecurityIdentity identify(SourceKeyAuthenticationRequest request) {
        return SourceKeyToken.parse(request.credential())
                .flatMap(keys::authenticate)
                .map(SourceKeyIdentityProvider::identity)
                .orElseThrow(
                        () -> new AuthenticationFailedException("unknown or revoked source key"));
    }

    private static SecurityIdentity identity(SourceKeys.AuthenticatedKey authenticated) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(authenticated.source().actor()))
                .addAttribute(ATTRIBUTE, authenticated)
                .build();
    }
}
