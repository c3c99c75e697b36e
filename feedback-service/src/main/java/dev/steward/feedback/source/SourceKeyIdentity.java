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

    private static final String SOURCE = "source";

    private final Sources sources;

    SourceKeyIdentity(Sources sources) {
        this.sources = sources;
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

    /// The source whose key the caller came with; empty for people and machines with a token.
    static Optional<Source> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(SOURCE));
    }

    private SecurityIdentity identify(SourceKeyRequest request) {
        var source = SourceKey.parse(request.credential()).flatMap(sources::of);
        return source.map(SourceKeyIdentity::identity)
                .orElseThrow(() -> new AuthenticationFailedException("not a live source key"));
    }

    private static SecurityIdentity identity(Source source) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(source.actor()))
                .addAttribute(SOURCE, source)
                .build();
    }
}
