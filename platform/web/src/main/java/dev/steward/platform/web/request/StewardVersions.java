package dev.steward.platform.web.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/// Writes `Steward-Version` on answers to writes that took effect.
@Provider
public class StewardVersions implements ContainerResponseFilter {

    private final WrittenVersions written;

    StewardVersions(WrittenVersions written) {
        this.written = written;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 300 && !request.getMethod().equals("GET")) {
            written.header()
                    .ifPresent(value ->
                            response.getHeaders().putSingle(WrittenVersions.HEADER, value));
        }
    }
}
