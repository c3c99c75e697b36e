package dev.steward.gateway.door;

import dev.steward.gateway.limit.Limits;
import dev.steward.gateway.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the head of a request says one thing only.
@Singleton
class RequestShape {

    /// Two of them, and the gateway might believe one and the service the other.
    private static final List<String> AT_MOST_ONCE =
            List.of("Authorization", "Host", "Content-Length", "Transfer-Encoding", "Expect");

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private final int maxUri;
    private final int maxHeaders;

    RequestShape(Limits limits) {
        maxUri = limits.maxUri();
        maxHeaders = limits.maxHeaders();
    }

    Optional<Problem> objection(HttpServerRequest request) {
        if (request.uri().length() > maxUri) {
            return tooLong("uri-too-long", "path and query", maxUri);
        }
        if (size(request.headers()) > maxHeaders) {
            return tooLong("headers-too-large", "headers", maxHeaders);
        }
        for (var name : AT_MOST_ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return unreadable("The header %s must be sent once.".formatted(name));
            }
        }
        var host = request.getHeader("Host");
        if (host == null || !HOST.matcher(host).matches()) {
            return unreadable("The header Host is missing or malformed.");
        }
        return framingObjection(request)
                .or(() -> lengthObjection(request))
                .or(() -> expectationObjection(request));
    }

    private static int size(MultiMap headers) {
        var size = 0;
        for (var header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private static Optional<Problem> tooLong(String slug, String what, int limit) {
        return Optional.of(
                Problem.of(slug, "The %s are longer than %d bytes.".formatted(what, limit)));
    }

    private static Optional<Problem> framingObjection(HttpServerRequest request) {
        var encoding = request.getHeader("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return unreadable("The only accepted Transfer-Encoding is chunked.");
        }
        if (encoding != null && request.headers().contains("Content-Length")) {
            return unreadable("Content-Length and Transfer-Encoding exclude each other.");
        }
        return Optional.empty();
    }

    private static Optional<Problem> lengthObjection(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length == null || length.matches("[0-9]{1,18}")
                ? Optional.empty()
                : unreadable("Content-Length is not a number.");
    }

    private static Optional<Problem> expectationObjection(HttpServerRequest request) {
        var expectation = request.getHeader("Expect");
        return expectation == null || expectation.equalsIgnoreCase("100-continue")
                ? Optional.empty()
                : Optional.of(
                        Problem.of("expectation-failed", "Only 100-continue can be expected."));
    }

    private static Optional<Problem> unreadable(String detail) {
        return Optional.of(Problem.of("unreadable-request", detail));
    }
}
