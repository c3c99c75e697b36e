package dev.steward.gateway.proxy;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;

/// A service may name its own address in `Location`; callers know only the gateway's.
class Locations {

    private static final List<String> HEADERS = List.of("Location", "Content-Location");

    private Locations() {}

    static void relative(MultiMap headers, URI service) {
        var origin = service.getScheme() + "://" + service.getRawAuthority();
        for (var name : HEADERS) {
            var value = headers.get(name);
            if (value != null && value.startsWith(origin + "/")) {
                headers.set(name, value.substring(origin.length()));
            }
        }
    }
}
