package dev.steward.platform.access;

import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.server.Trace;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who is asking, as the token says.
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final Instance<RoutingContext> routing;

    Caller(SecurityIdentity identity, Instance<RoutingContext> routing) {
        this.identity = identity;
        this.routing = routing;
    }

    /// The token's `sub`, never the user name: names change.
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    public Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
                : Optional.empty();
    }

    /// The platform's administrator, a role of the token and of no product.
    public boolean isAdmin() {
        return identity.hasRole("admin");
    }

    public EventContext provenance() {
        var trace = Trace.of(routing.get());
        return new EventContext(subject(), null, trace.requestId(), null, trace.traceParent());
    }
}
