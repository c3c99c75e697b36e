package dev.steward.platform.web.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// `Location` is a path. The framework puts before it what the client said in `Host`, and so would
/// send whoever follows it wherever somebody else wants (RFC 9110, 10.2.2 allows a path).
@Provider
public class RelativeLocations implements ContainerResponseFilter {

    private static final List<String> NAMES =
            List.of(HttpHeaders.LOCATION, HttpHeaders.CONTENT_LOCATION);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        for (var name : NAMES) {
            var location = response.getHeaders().getFirst(name);
            if (location != null) {
                response.getHeaders()
                        .putSingle(
                                name, location.toString().replaceFirst("^https?://[^/]*(?=/)", ""));
            }
        }
    }
}
