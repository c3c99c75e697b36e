package dev.steward.gateway.proxy;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Leaves one service alone for a moment when it has failed too often. Then some requests are let
/// through, as many at once as configured: the first that succeeds closes the circuit again, the
/// first that fails opens it again. One alone would make all others wait, or fail, for as long as a
/// service that has just started takes for its first answer.
class Circuit {

    private static final Logger LOG = Logger.getLogger(Circuit.class);

    private enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final String service;
    private final Upstream.Circuit rules;
    private final LongSupplier nanos;
    private final Deque<Long> failures = new ArrayDeque<>();
    private volatile State state = State.CLOSED;
    private long openedAt;
    private int trials;

    /// Of openings: what was begun before one says nothing of the time after.
    private volatile int round;

    Circuit(String service, Upstream.Circuit rules, LongSupplier nanos) {
        this.service = service;
        this.rules = rules;
        this.nanos = nanos;
    }

    /// Fails with [Open] while the service is left alone. Only the service's own failures count: a
    /// caller who hangs up must not close it to others.
    <T> Future<T> through(Supplier<Future<T>> attempt) {
        if (state != State.CLOSED && !beginTrial()) {
            return Future.failedFuture(new Open(service));
        }
        var begunIn = round;
        return attempt.get()
                .onSuccess(_ -> succeeded(begunIn))
                .onFailure(failure -> failed(begunIn, failure));
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

    private void succeeded(int begunIn) {
        if (state != State.CLOSED) {
            close(begunIn);
        }
    }

    private synchronized void close(int begunIn) {
        if (state == State.HALF_OPEN && begunIn == round) {
            state = State.CLOSED;
            failures.clear();
            LOG.infof("%s answers again: circuit closed", service);
        }
    }

    private synchronized void failed(int begunIn, Throwable failure) {
        var theirs = failure instanceof HopFailure hop && hop.theirs();
        if (begunIn != round) {
            return;
        }
        if (state == State.HALF_OPEN) {
            trials--;
        }
        if (theirs && (state == State.HALF_OPEN || tooMany())) {
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
        LOG.warnf("%s does not answer: circuit open", service);
    }

    /// The service is left alone.
    static final class Open extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Open(String service) {
            super(service + " is left alone for a moment", null, false, false);
        }
    }
}
