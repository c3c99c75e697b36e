package dev.steward.gateway.proxy;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// One circuit per service: one that does not answer is left alone for a moment, and its callers
/// are told at once. Only the service's own failures count: a caller who hangs up must not close it
/// to others.
@Singleton
class Circuits {

    private static final Logger LOG = Logger.getLogger(Circuits.class);

    private final Map<String, CircuitBreaker> breakers;

    Circuits(Vertx vertx, Upstream upstream) {
        breakers =
                upstream.services().keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name -> breaker(name, vertx, upstream.circuit())));
    }

    private static CircuitBreaker breaker(String service, Vertx vertx, Upstream.Circuit circuit) {
        var options =
                new CircuitBreakerOptions()
                        .setMaxFailures(circuit.failures())
                        .setFailuresRollingWindow(circuit.window().toMillis())
                        .setResetTimeout(circuit.pause().toMillis())
                        // The client has its own, and -1 means none here.
                        .setTimeout(-1)
                        .setNotificationAddress(null);
        return CircuitBreaker.create(service, vertx, options)
                .failurePolicy(
                        result -> result.cause() instanceof HopFailure failure && failure.theirs())
                .openHandler(_ -> LOG.warnf("%s does not answer: circuit open", service))
                .closeHandler(_ -> LOG.infof("%s answers again: circuit closed", service));
    }

    /// Fails with the library's `OpenCircuitException` while the circuit is open.
    <T> Future<T> through(String service, Supplier<Future<T>> attempt) {
        return Objects.requireNonNull(breakers.get(service), service)
                .execute(promise -> attempt.get().onComplete(promise));
    }
}
