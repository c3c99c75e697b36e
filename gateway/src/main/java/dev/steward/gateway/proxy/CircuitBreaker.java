package dev.steward.gateway.proxy;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// A circuit breaker for one service: open for a moment after too many failures, then half open.
/// Half open, a configured number of requests is let through at a time; the first success closes
/// it, the first failure opens it again. A single trial would make all others fail for as long as a
/// service that has just started needs for its first response.
class CircuitBreaker {

    private static final Logger LOG = Logger.getLogger(CircuitBreaker.class);

    private enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final String service;
    private final Upstream.CircuitBreaker rules;
    private final LongSupplier nanos;
    private final Deque<Long> failures = new ArrayDeque<>();
    private volatile State state = State.CLOSED;
    private long openedAt;
    private int trials;

    /// Number of openings: results of requests that started before the last one are ignored.
    private volatile int round;

    CircuitBreaker(String service, Upstream.CircuitBreaker rules, LongSupplier nanos) {
        this.service = service;
        this.rules = rules;
        this.nanos = nanos;
    }

    /// Fails with [Open] while the circuit is open. Only failures of the service count, not a
    /// caller who disconnects.
    <T> Future<T> through(Supplier<Future<T>> attempt) {
        if (state != State.CLOSED && !beginTrial()) {
            return Future.failedFuture(new Open(service));
        }
        var startedIn = round;
        return attempt.get()
                .onSuccess(_ -> succeeded(startedIn))
                .onFailure(failure -> failed(startedIn, failure));
    }

    private synchronized boolean beginTrial() {
        if (state == State.OPEN && nanos.getAsLong() - openedAt >= rules.pause().toNanos()) {
            state = State.HALF_OPEN;
            trials = 0;
        }
        if (state == State.HALF_OPEN && trials < rules.trials()) {
            trials++;
            return true;
        }
        return state == State.CLOSED;
    }

    private void succeeded(int startedIn) {
        if (state != State.CLOSED) {
            close(startedIn);
        }
    }

    private synchronized void close(int startedIn) {
        if (state == State.HALF_OPEN && startedIn == round) {
            state = State.CLOSED;
            failures.clear();
            LOG.infof("%s-service responds again, circuit breaker closed", service);
        }
    }

    private synchronized void failed(int startedIn, Throwable failure) {
        var causedByService =
                failure instanceof UpstreamFailure forwarded && forwarded.causedByService();
        if (startedIn != round) {
            return;
        }
        if (state == State.HALF_OPEN) {
            trials--;
        }
        if (causedByService && (state == State.HALF_OPEN || tooMany())) {
            open();
        }
    }

    private boolean tooMany() {
        var now = nanos.getAsLong();
        failures.addLast(now);
        while (now - failures.getFirst() > rules.window().toNanos()) {
            failures.removeFirst();
        }
        return failures.size() >= rules.failures();
    }

    private void open() {
        state = State.OPEN;
        openedAt = nanos.getAsLong();
        round++;
        failures.clear();
        LOG.warnf("%s-service does not respond, circuit breaker opened", service);
    }

    /// The circuit is open: no request is sent to the service.
    static final class Open extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Open(String service) {
            super(
                    service + "-service is not called while its circuit breaker is open",
                    null,
                    false,
                    false);
        }
    }
}
