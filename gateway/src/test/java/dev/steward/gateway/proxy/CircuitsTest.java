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

class CircuitsTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private long now;
    private final Circuits circuits = new Circuits(new AfterTwoFailures(PAUSE), () -> now);

    @Test
    void leavesAServiceAloneThatDoesNotAnswer() {
        open();
        assertThat(outcome(asked())).isInstanceOf(Circuit.Open.class);
    }

    @Test
    void triesAgainAfterThePause() {
        open();
        now += PAUSE.toNanos();
        assertThat(outcome(asked())).isEqualTo("asked");
        fail("backlog", theirs());
        assertThat(outcome(asked())).isEqualTo("asked");
    }

    @Test
    void doesNotFailOthersWhileTheFirstAnswerTakesItsTime() {
        open();
        now += PAUSE.toNanos();
        var first = Promise.<String>promise();
        var cold = circuits.through("backlog", first::future);
        assertThat(outcome(asked())).isEqualTo("asked");
        first.complete("late");
        assertThat(outcome(cold)).isEqualTo("late");
    }

    @Test
    void letsOnlySomeTryAgain() {
        open();
        now += PAUSE.toNanos();
        circuits.through("backlog", () -> Promise.<String>promise().future());
        circuits.through("backlog", () -> Promise.<String>promise().future());
        assertThat(outcome(asked())).isInstanceOf(Circuit.Open.class);
    }

    @Test
    void leavesItAloneAgainWhenTheTrialFails() {
        open();
        now += PAUSE.toNanos();
        fail("backlog", theirs());
        assertThat(outcome(asked())).isInstanceOf(Circuit.Open.class);
    }

    @Test
    void doesNotBlameAServiceForItsCallersItsNeighboursOrItself() {
        var ofTheCaller =
                HopFailure.ofTheCaller(Problem.of("request-timeout", ""), new RuntimeException());
        var ours = HopFailure.noConnectionFree("backlog", new RuntimeException());
        for (var attempt = 0; attempt < 5; attempt++) {
            fail("backlog", ofTheCaller);
            fail("backlog", ours);
            fail("sprint", theirs());
        }
        assertThat(outcome(asked())).isEqualTo("asked");
    }

    private void open() {
        fail("backlog", theirs());
        fail("backlog", theirs());
    }

    private Future<String> asked() {
        return circuits.through("backlog", () -> Future.succeededFuture("asked"));
    }

    private static HopFailure theirs() {
        return HopFailure.notConnected("backlog", new RuntimeException());
    }

    private void fail(String service, HopFailure failure) {
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
