package dev.steward.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.regex.Pattern;

/// A service may name its own address in `Location`, or whatever a client said in `Host`; callers
/// know only the gateway's. So all that is left is the path.
class Locations {

    private static final List<String> HEADERS = List.of("Location", "Content-Location");
    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/]*(?=/)");

    private Locations() {}

    static void relative(MultiMap headers) {
        for (var name : HEADERS) {
            var value = headers.get(name);
            if (value != null) {
                headers.set(name, ORIGIN.matcher(value).replaceFirst(""));
            }
        }
    }
}
