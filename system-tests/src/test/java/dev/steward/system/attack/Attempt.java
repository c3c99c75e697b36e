package dev.steward.system.attack;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request with one thing wrong.
///
/// @param flaw what is wrong, for whoever reads of a failure
record Attempt(
        String method,
        String uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        String flaw) {

    private static final int SHOWN = 400;

    HttpRequest request() {
        var request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofMinutes(1));
        headers.forEach(request::header);
        return request.method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public String toString() {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return "%s: %s %s %s".formatted(flaw, method, shortened(uri), shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
