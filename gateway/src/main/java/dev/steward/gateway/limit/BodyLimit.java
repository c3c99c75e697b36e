package dev.steward.gateway.limit;

import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.routing.Operation;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/// How large a request's body may be: as the document says of the operation, else as configured.
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

    /// To a body that says beforehand that it is too large.
    public Optional<Problem> objection(HttpServerRequest request, Operation operation) {
        return objection(request, of(operation));
    }

    /// The same where no operation says more.
    public Optional<Problem> objection(HttpServerRequest request) {
        return objection(request, usual);
    }

    private static Optional<Problem> objection(HttpServerRequest request, long limit) {
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
