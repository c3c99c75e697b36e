package dev.steward.gateway.problem;

import java.util.Map;

/// A problem that the gateway itself answers with.
///
/// @param slug names the type in `problems.json`
/// @param detail what is wrong with this request, in one sentence
/// @param headers what the status requires (`Allow`, `Retry-After`, `WWW-Authenticate`)
public record Problem(String slug, String detail, Map<String, String> headers) {

    public static Problem of(String slug, String detail) {
        return new Problem(slug, detail, Map.of());
    }

    public Problem with(String header, String value) {
        return new Problem(slug, detail, Map.of(header, value));
    }

    public Problem retryAfter(long seconds) {
        return with("Retry-After", Long.toString(seconds));
    }
}
