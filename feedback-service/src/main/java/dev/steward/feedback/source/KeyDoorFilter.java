package dev.steward.feedback.source;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;

/// Keeps keys out of operations that are for people: closed unless said otherwise.
@Provider
public class KeyDoorFilter implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final ResourceInfo resource;

    KeyDoorFilter(SecurityIdentity identity, ResourceInfo resource) {
        this.identity = identity;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var open = resource.getResourceMethod().isAnnotationPresent(OpenToKeys.class);
        if (!open && SourceKeyIdentity.of(identity).isPresent()) {
            throw MissingScope.ofAnyKey();
        }
    }
}
