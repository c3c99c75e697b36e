package dev.steward.feedback.source;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Finds the source behind a key. The look-up blocks, so it runs off the event loop.
@ApplicationScoped
public class SourceKeyIdentityProvider implements IdentityProvider<SourceKeyAuthenticationRequest> {

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

    /// The key that the caller came with; empty for people and machines with a token.
    static Optional<SourceKeys.AuthenticatedKey> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    private SecurityIdentity identify(SourceKeyAuthenticationRequest request) {
        return SourceKey.parse(request.credential())
                .flatMap(keys::authenticate)
                .map(SourceKeyIdentityProvider::identity)
                .orElseThrow(() -> new AuthenticationFailedException("not a live source key"));
    }

    private static SecurityIdentity identity(SourceKeys.AuthenticatedKey authenticated) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(authenticated.source().actor()))
                .addAttribute(ATTRIBUTE, authenticated)
                .build();
    }
}
