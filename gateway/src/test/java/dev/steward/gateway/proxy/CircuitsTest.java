package dev.steward.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.gateway.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CircuitsTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void leavesAServiceAloneThatDoesNotAnswer() {
        var circuits = new Circuits(vertx, new AfterTwoFailures(Duration.ofHours(1)));
        fail(circuits, "backlog", theirs());
        fail(circuits, "backlog", theirs());
        assertThat(outcome(circuits.through("backlog", () -> Future.succeededFuture("asked"))))
                .isInstanceOf(OpenCircuitException.class);
    }

    @Test
    void triesAgainAfterThePause() {
        var circuits = new Circuits(vertx, new AfterTwoFailures(Duration.ofMillis(1)));
        fail(circuits, "backlog", theirs());
        fail(circuits, "backlog", theirs());
        while (outcome(circuits.through("backlog", () -> Future.succeededFuture("asked")))
                instanceof OpenCircuitException) {
            Thread.onSpinWait();
        }
        assertThat(outcome(circuits.through("backlog", () -> Future.succeededFuture("asked"))))
                .isEqualTo("asked");
    }

    @Test
    void doesNotBlameAServiceForItsCallersOrItsNeighbours() {
        var circuits = new Circuits(vertx, new AfterTwoFailures(Duration.ofHours(1)));
        var ofTheCaller =
                HopFailure.ofTheCaller(Problem.of("request-timeout", ""), new RuntimeException());
        for (var attempt = 0; attempt < 5; attempt++) {
            fail(circuits, "backlog", ofTheCaller);
            fail(circuits, "sprint", theirs());
        }
        assertThat(outcome(circuits.through("backlog", () -> Future.succeededFuture("asked"))))
                .isEqualTo("asked");
    }

    private static HopFailure theirs() {
        return HopFailure.notConnected("backlog", new RuntimeException());
    }

    private static void fail(Circuits circuits, String service, HopFailure failure) {
        outcome(circuits.through(service, () -> Future.failedFuture(failure)));
    }

    private static Object outcome(Future<String> future) {
        return future.<Object>map(value -> value)
                .otherwise(failure -> failure)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private record AfterTwoFailures(Duration pause) implements Upstream, Upstream.Circuit {
        @Override
        public MemorySize slowestBody() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public Map<String, Address> services() {
            Address nowhere = () -> URI.create("http://127.0.0.1:1");
            return Map.of("backlog", nowhere, "sprint", nowhere);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration answerTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public int waiting() {
            return 1;
        }

        @Override
        public Duration keepAlive() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Circuit circuit() {
            return this;
        }

        @Override
        public int failures() {
            return 2;
        }

        @Override
        public Duration window() {
            return Duration.ofSeconds(10);
        }
    }
}
