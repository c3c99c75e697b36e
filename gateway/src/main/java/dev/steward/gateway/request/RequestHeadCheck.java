package dev.steward.gateway.request;

import dev.steward.gateway.limit.Limits;
import dev.steward.gateway.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks that the head of a request is within its limits and unambiguous.
@Singleton
class RequestHeadCheck {

    /// Headers that gateway and service might read differently when they are sent twice.
    private static final List<String> AT_MOST_ONCE =
            List.of("Authorization", "Host", "Content-Length", "Transfer-Encoding", "Expect");

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private final int maxUri;
    private final int maxHeaders;

    RequestHeadCheck(Limits limits) {
        maxUri = limits.maxUri();
        maxHeaders = limits.maxHeaders();
    }

    Optional<Problem> findProblem(HttpServerRequest request) {
        if (request.uri().length() > maxUri) {
            return tooLong("uri-too-long", "path and query", maxUri);
        }
        if (size(request.headers()) > maxHeaders) {
            return tooLong("headers-too-large", "headers", maxHeaders);
        }
        for (var name : AT_MOST_ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return unreadable("The header %s must be sent only once.".formatted(name));
            }
        }
        var host = request.getHeader("Host");
        if (host == null || !HOST.matcher(host).matches()) {
            return unreadable("The header Host is missing or malformed.");
        }
        return findFramingProblem(request)
                .or(() -> findLengthProblem(request))
                .or(() -> findExpectationProblem(request));
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

    private static Optional<Problem> findFramingProblem(HttpServerRequest request) {
        var encoding = request.getHeader("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return unreadable("The only accepted Transfer-Encoding is chunked.");
        }
        if (encoding != null && request.headers().contains("Content-Length")) {
            return unreadable("Content-Length and Transfer-Encoding cannot be sent together.");
        }
        return Optional.empty();
    }

    private static Optional<Problem> findLengthProblem(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length == null || length.matches("[0-9]{1,18}")
                ? Optional.empty()
                : unreadable("Content-Length is not a number.");
    }

    private static Optional<Problem> findExpectationProblem(HttpServerRequest request) {
        var expectation = request.getHeader("Expect");
        return expectation == null || expectation.equalsIgnoreCase("100-continue")
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                "expectation-failed",
                                "The only accepted value of Expect is 100-continue."));
    }

    private static Optional<Problem> unreadable(String detail) {
        return Optional.of(Problem.of("unreadable-request", detail));
    }
}
