package dev.steward.gateway.proxy;

import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One circuit per service: one that does not answer is left alone for a moment, and its callers
/// are told at once.
@Singleton
class Circuits {

    private final Map<String, Circuit> byService;

    @Inject
    Circuits(Upstream upstream) {
        this(upstream, System::nanoTime);
    }

    Circuits(Upstream upstream, LongSupplier nanos) {
        byService =
                upstream.services().keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name -> new Circuit(name, upstream.circuit(), nanos)));
    }

    /// Fails with [Circuit.Open] while the circuit is open.
    <T> Future<T> through(String service, Supplier<Future<T>> attempt) {
        return Objects.requireNonNull(byService.get(service), service).through(attempt);
    }
}
