package dev.steward.platform.web.conditional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// A header whose value is a list may come in several lines, which count as one list (RFC 9110,
/// 5.3); JAX-RS reads only the first line.
@Provider
@PreMatching
public class ListHeader implements ContainerRequestFilter {

    private static final List<String> LISTS = List.of("If-Match", "If-None-Match");

    @Override
    public void filter(ContainerRequestContext request) {
        for (var name : LISTS) {
            request.getHeaders()
                    .computeIfPresent(
                            name,
                            (_, lines) ->
                                    lines.size() == 1 ? lines : List.of(String.join(", ", lines)));
        }
    }
}
