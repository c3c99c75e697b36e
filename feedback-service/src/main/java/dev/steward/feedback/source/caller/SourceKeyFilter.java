package dev.steward.feedback.source.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;

/// Refuses source keys in all operations that are not marked with [SourceKeyAllowed]. And a key
/// does not wait for events: whether something has arrived would tell it about what it may not see.
@Provider
@Priority(Priorities.AUTHORIZATION)
class SourceKeyFilter implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final ResourceInfo resource;

    SourceKeyFilter(SecurityIdentity identity, ResourceInfo resource) {
        this.identity = identity;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (SourceKeyIdentityProvider.of(identity).isEmpty()) {
            return;
        }
        if (!resource.getResourceMethod().isAnnotationPresent(SourceKeyAllowed.class)) {
            throw MissingScope.ofAnyKey();
        }
        request.getHeaders().remove("Steward-After");
    }
}
