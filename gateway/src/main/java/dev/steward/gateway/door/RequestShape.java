package dev.steward.gateway.door;

import dev.steward.gateway.limit.Limits;
import dev.steward.gateway.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Whether the head of a request says one thing only.
@Singleton
class RequestShape {

    /// Two of them, and the gateway might believe one and the service the other.
    private static final List<String> AT_MOST_ONCE =
            List.of("Authorization", "Host", "Content-Length", "Transfer-Encoding", "Expect");

    private final long maxBody;

    RequestShape(Limits limits) {
        maxBody = limits.maxBody().asLongValue();
    }

    Optional<Problem> objection(HttpServerRequest request) {
        for (var name : AT_MOST_ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return unreadable("The header %s must be sent once.".formatted(name));
            }
        }
        var encoding = request.getHeader("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return unreadable("The only accepted Transfer-Encoding is chunked.");
        }
        if (encoding != null && request.headers().contains("Content-Length")) {
            return unreadable("Content-Length and Transfer-Encoding exclude each other.");
        }
        return lengthObjection(request).or(() -> expectationObjection(request));
    }

    private Optional<Problem> lengthObjection(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        if (length == null) {
            return Optional.empty();
        }
        if (!length.matches("[0-9]{1,18}")) {
            return unreadable("Content-Length is not a number.");
        }
        return Long.parseLong(length) > maxBody
                ? Optional.of(
                        Problem.of(
                                "payload-too-large",
                                "The body is larger than %d bytes.".formatted(maxBody)))
                : Optional.empty();
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
