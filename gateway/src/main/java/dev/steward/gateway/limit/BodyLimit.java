package dev.steward.gateway.limit;

import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.routing.Operation;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/// The maximum size of a request body: that of the operation in the API document, else the
/// configured one.
@Singleton
public class BodyLimit {

    private final long usual;

    BodyLimit(Limits limits) {
        usual = limits.maxBody().asLongValue();
    }

    /// In bytes.
    public long of(Operation operation) {
        return Objects.requireNonNullElse(operation.maxBody(), usual);
    }

    /// A problem when the declared length of the body exceeds the limit of the operation.
    public Optional<Problem> findProblem(HttpServerRequest request, Operation operation) {
        return findProblem(request, of(operation));
    }

    /// A problem when the declared length of the body exceeds the configured limit.
    public Optional<Problem> findProblem(HttpServerRequest request) {
        return findProblem(request, usual);
    }

    private static Optional<Problem> findProblem(HttpServerRequest request, long limit) {
        var length = request.getHeader("Content-Length");
        return length != null && Long.parseLong(length) > limit
                ? Optional.of(problem(limit))
                : Optional.empty();
    }

    public static Problem problem(long limit) {
        return Problem.of(
                "payload-too-large", "The body is larger than %d bytes.".formatted(limit));
    }
}
