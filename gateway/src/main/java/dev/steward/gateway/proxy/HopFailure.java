package dev.steward.gateway.proxy;

import dev.steward.gateway.problem.Problem;

/// Why there is no answer of the service.
final class HopFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean theirs;
    private final boolean beforeTheAnswer;

    private HopFailure(Problem problem, boolean theirs, boolean beforeTheAnswer, Throwable cause) {
        super(cause.getMessage(), cause, false, false);
        this.problem = problem;
        this.theirs = theirs;
        this.beforeTheAnswer = beforeTheAnswer;
    }

    static HopFailure notConnected(String service, Throwable cause) {
        return new HopFailure(unavailable(service), true, true, cause);
    }

    /// All connections to the service are in use, by this gateway: that says nothing of the
    /// service.
    static HopFailure noConnectionFree(String service, Throwable cause) {
        var problem =
                Problem.of(
                                "overloaded",
                                "All connections to %s-service are in use.".formatted(service))
                        .retryAfter(1);
        return new HopFailure(problem, false, false, cause);
    }

    /// The connection broke after the request was sent.
    static HopFailure broken(String service, boolean safe, Throwable cause) {
        var problem =
                safe
                        ? unavailable(service)
                        : Problem.of(
                                "answer-lost",
                                "The connection to %s-service broke before its answer."
                                        .formatted(service));
        return new HopFailure(problem, true, true, cause);
    }

    static HopFailure tookTooLong(String service, Throwable cause) {
        var problem =
                Problem.of(
                        "gateway-timeout", "%s-service did not answer in time.".formatted(service));
        return new HopFailure(problem, true, false, cause);
    }

    /// Not the service's failure.
    static HopFailure ofTheCaller(Problem problem, Throwable cause) {
        return new HopFailure(problem, false, false, cause);
    }

    static Problem unavailable(String service) {
        return Problem.of("service-unavailable", "%s-service cannot be reached.".formatted(service))
                .retryAfter(1);
    }

    Problem problem() {
        return problem;
    }

    /// Whether the service is to blame.
    boolean theirs() {
        return theirs;
    }

    /// Whether it ended before a byte of the answer came, and at once: worth a second attempt.
    boolean beforeTheAnswer() {
        return beforeTheAnswer;
    }
}
