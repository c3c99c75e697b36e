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
public class SourceKeyIdentity implements IdentityProvider<SourceKeyRequest> {

    private static final String PRESENTED = "source-key";

    private final SourceKeys keys;

    SourceKeyIdentity(SourceKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<SourceKeyRequest> getRequestType() {
        return SourceKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            SourceKeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request));
    }

    /// The key that the caller came with; empty for people and machines with a token.
    static Optional<SourceKeys.Presented> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(PRESENTED));
    }

    private SecurityIdentity identify(SourceKeyRequest request) {
        return SourceKey.parse(request.credential())
                .flatMap(keys::present)
                .map(SourceKeyIdentity::identity)
                .orElseThrow(() -> new AuthenticationFailedException("not a live source key"));
    }

    private static SecurityIdentity identity(SourceKeys.Presented presented) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(presented.source().actor()))
                .addAttribute(PRESENTED, presented)
                .build();
    }
}
