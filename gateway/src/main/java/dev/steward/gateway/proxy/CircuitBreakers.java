package dev.steward.gateway.proxy;

import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The circuit breakers of all services: requests to a service that keeps failing are refused at
/// once for a moment.
@Singleton
class CircuitBreakers {

    private final Map<String, CircuitBreaker> byService;

    @Inject
    CircuitBreakers(Upstream upstream) {
        this(upstream, System::nanoTime);
    }

    CircuitBreakers(Upstream upstream, LongSupplier nanos) {
        byService =
                upstream.services().keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name ->
                                                new CircuitBreaker(
                                                        name, upstream.circuit(), nanos)));
    }

    /// Fails with [CircuitBreaker.Open] while the circuit is open.
    <T> Future<T> through(String service, Supplier<Future<T>> attempt) {
        return Objects.requireNonNull(byService.get(service), service).through(attempt);
    }
}
