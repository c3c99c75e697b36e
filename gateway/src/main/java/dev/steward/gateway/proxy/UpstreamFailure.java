package dev.steward.gateway.proxy;

import dev.steward.gateway.problem.Problem;

/// Why the service did not respond.
final class UpstreamFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean causedByService;
    private final boolean beforeResponse;

    private UpstreamFailure(
            Problem problem, boolean causedByService, boolean beforeResponse, Throwable cause) {
        super(cause.getMessage(), cause, false, false);
        this.problem = problem;
        this.causedByService = causedByService;
        this.beforeResponse = beforeResponse;
    }

    static UpstreamFailure notConnected(String service, Throwable cause) {
        return new UpstreamFailure(unavailable(service), true, true, cause);
    }

    /// All connections of this gateway to the service are in use: not a failure of the service.
    static UpstreamFailure noFreeConnection(String service, Throwable cause) {
        var problem =
                Problem.of(
                                "overloaded",
                                "All connections to %s-service are in use.".formatted(service))
                        .retryAfter(1);
        return new UpstreamFailure(problem, false, false, cause);
    }

    /// The connection broke after the request had been sent.
    static UpstreamFailure broken(String service, boolean isSafe, Throwable cause) {
        var problem =
                isSafe
                        ? unavailable(service)
                        : Problem.of(
                                "answer-lost",
                                "The connection to %s-service broke before it responded."
                                        .formatted(service));
        return new UpstreamFailure(problem, true, true, cause);
    }

    static UpstreamFailure timedOut(String service, Throwable cause) {
        var problem =
                Problem.of(
                        "gateway-timeout",
                        "%s-service did not respond in time.".formatted(service));
        return new UpstreamFailure(problem, true, false, cause);
    }

    /// Caused by the caller, not by the service.
    static UpstreamFailure callerGone(Problem problem, Throwable cause) {
        return new UpstreamFailure(problem, false, false, cause);
    }

    static Problem unavailable(String service) {
        return Problem.of("service-unavailable", "%s-service cannot be reached.".formatted(service))
                .retryAfter(1);
    }

    Problem problem() {
        return problem;
    }

    /// Whether the service caused it.
    boolean causedByService() {
        return causedByService;
    }

    /// Whether the connection failed before any byte of the response: a retry may succeed.
    boolean beforeResponse() {
        return beforeResponse;
    }
}
