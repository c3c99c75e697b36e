package dev.steward.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.regex.Pattern;

/// Reduces `Location` headers to paths: a service may put its own address there, or the `Host` of
/// the request, but callers can reach only the gateway.
class LocationHeaders {

    private static final List<String> HEADERS = List.of("Location", "Content-Location");
    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/]*(?=/)");

    private LocationHeaders() {}

    static void relative(MultiMap headers) {
        for (var name : HEADERS) {
            var value = headers.get(name);
            if (value != null) {
                headers.set(name, ORIGIN.matcher(value).replaceFirst(""));
            }
        }
    }
}
