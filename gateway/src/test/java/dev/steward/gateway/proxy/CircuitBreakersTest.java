package dev.steward.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.gateway.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircuitBreakersTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private long now;
    private final CircuitBreakers circuitBreakers =
            new CircuitBreakers(new AfterTwoFailures(PAUSE), () -> now);

    @Test
    void leavesAServiceAloneThatDoesNotAnswer() {
        open();
        assertThat(outcome(asked())).isInstanceOf(CircuitBreaker.Open.class);
    }

    @Test
    void triesAgainAfterThePause() {
        open();
        now += PAUSE.toNanos();
        assertThat(outcome(asked())).isEqualTo("asked");
        fail("backlog", causedByService());
        assertThat(outcome(asked())).isEqualTo("asked");
    }

    @Test
    void doesNotFailOthersWhileTheFirstAnswerTakesItsTime() {
        open();
        now += PAUSE.toNanos();
        var first = Promise.<String>promise();
        var cold = circuitBreakers.through("backlog", first::future);
        assertThat(outcome(asked())).isEqualTo("asked");
        first.complete("late");
        assertThat(outcome(cold)).isEqualTo("late");
    }

    @Test
    void letsOnlySomeTryAgain() {
        open();
        now += PAUSE.toNanos();
        circuitBreakers.through("backlog", () -> Promise.<String>promise().future());
        circuitBreakers.through("backlog", () -> Promise.<String>promise().future());
        assertThat(outcome(asked())).isInstanceOf(CircuitBreaker.Open.class);
    }

    @Test
    void leavesItAloneAgainWhenTheTrialFails() {
        open();
        now += PAUSE.toNanos();
        fail("backlog", causedByService());
        assertThat(outcome(asked())).isInstanceOf(CircuitBreaker.Open.class);
    }

    @Test
    void doesNotBlameAServiceForItsCallersItsNeighboursOrItself() {
        var callerGone =
                UpstreamFailure.callerGone(
                        Problem.of("request-timeout", ""), new RuntimeException());
        var ours = UpstreamFailure.noFreeConnection("backlog", new RuntimeException());
        for (var attempt = 0; attempt < 5; attempt++) {
            fail("backlog", callerGone);
            fail("backlog", ours);
            fail("sprint", causedByService());
        }
        assertThat(outcome(asked())).isEqualTo("asked");
    }

    private void open() {
        fail("backlog", causedByService());
        fail("backlog", causedByService());
    }

    private Future<String> asked() {
        return circuitBreakers.through("backlog", () -> Future.succeededFuture("asked"));
    }

    private static UpstreamFailure causedByService() {
        return UpstreamFailure.notConnected("backlog", new RuntimeException());
    }

    private void fail(String service, UpstreamFailure failure) {
        outcome(circuitBreakers.through(service, () -> Future.failedFuture(failure)));
    }

    private static Object outcome(Future<String> future) {
        return future.<Object>map(value -> value)
                .otherwise(failure -> failure)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private record AfterTwoFailures(Duration pause) implements Upstream, Upstream.CircuitBreaker {
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
        public CircuitBreaker circuit() {
            return this;
        }

        @Override
        public int trials() {
            return 2;
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
