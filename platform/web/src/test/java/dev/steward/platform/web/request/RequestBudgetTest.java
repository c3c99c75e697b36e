package dev.steward.platform.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.platform.web.problem.Overloaded;
import dev.steward.platform.web.problem.TooManyConcurrentRequests;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private final RequestBudget budget = new RequestBudget(100, 50, 20);

    @Test
    void oneCallerTakesHalfAndNoMore() {
        budget.take("mallory", 50);

        assertThatThrownBy(() -> budget.take("mallory", 1))
                .isInstanceOf(TooManyConcurrentRequests.class);

        budget.take("olivia", 50).end();
        assertThat(budget.free()).isEqualTo(50);
    }

    @Test
    void allTogetherTakeTheWholeAndNoMore() {
        budget.take("mallory", 50);
        budget.take("mallet", 50);

        assertThatThrownBy(() -> budget.take("olivia", 1)).isInstanceOf(Overloaded.class);
    }

    @Test
    void whatIsRefusedHoldsNothing() {
        var all = budget.take("mallory", 50);
        assertThatThrownBy(() -> budget.take("mallory", 20))
                .isInstanceOf(TooManyConcurrentRequests.class);
        var rest = budget.take("mallet", 50);
        assertThatThrownBy(() -> budget.take("olivia", 20)).isInstanceOf(Overloaded.class);

        all.end();
        rest.end();

        assertThat(budget.free()).isEqualTo(100);
        assertThat(budget.callers()).isZero();
    }

    @Test
    void aRequestLargerThanAShareTakesTheShare() {
        var large = budget.take("olivia", 1_000);
        assertThat(budget.free()).isEqualTo(50);

        large.end();
        large.end();

        assertThat(budget.free()).isEqualTo(100);
    }

    @Test
    void aRequestWaitsItsTurn() throws Exception {
        var patient = new RequestBudget(100, 50, 60_000);
        var first = patient.take("olivia", 50);
        try (var threads = Executors.newCachedThreadPool()) {
            var second = threads.submit(() -> patient.take("olivia", 50));
            assertThat(second.isDone()).isFalse();

            first.end();

            second.get().end();
        }
        assertThat(patient.free()).isEqualTo(100);
    }

    /// They take processor time too: small requests, whoever's, do not stand behind them.
    @Test
    void largeRequestsOfOneCallerTakeTurns() throws Exception {
        var patient = new RequestBudget(100_000, 50_000, 60_000);
        var atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        var first =
                IntStream.range(0, atOnce)
                        .mapToObj(_ -> patient.take("olivia", RequestBudget.LARGE))
                        .toList();
        var next = new FutureTask<>(() -> patient.take("olivia", RequestBudget.LARGE));
        var waiting = Thread.ofPlatform().start(next);
        await().atMost(Duration.ofMinutes(2))
                .until(waiting::getState, equalTo(Thread.State.TIMED_WAITING));
        patient.take("olivia", RequestBudget.LARGE - 1).end();
        patient.take("otto", RequestBudget.LARGE).end();
        assertThat(next.isDone()).isFalse();

        first.getFirst().end();

        next.get().end();
        first.forEach(RequestBudget.Lease::end);
        assertThat(patient.free()).isEqualTo(100_000);
        assertThat(patient.callers()).isZero();
    }

    @Test
    void whoWaitsTooLongForATurnIsRefused() {
        var hurried = new RequestBudget(100_000, 50_000, 1);
        for (var i = 0; i < Math.max(1, Runtime.getRuntime().availableProcessors() / 2); i++) {
            hurried.take("mallory", RequestBudget.LARGE);
        }
        assertThatThrownBy(() -> hurried.take("mallory", RequestBudget.LARGE))
                .isInstanceOf(TooManyConcurrentRequests.class);
        hurried.take("mallory", 1).end();
    }
}
