package dev.steward.backlog.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.order.ProposalComputations.CallerIsGone;
import dev.steward.backlog.order.ProposalComputations.TooManyProposals;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProposalComputationsTest {

    @Inject ProposalComputations computations;

    @Test
    void refusesAThirdWhileTwoAreUnderWay() throws Exception {
        var begun = new CountDownLatch(ProposalComputations.MOST_AT_ONCE);
        var done = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < ProposalComputations.MOST_AT_ONCE; caller++) {
                var _ =
                        callers.submit(() ->
                                computations.compute(
                                        () -> {
                                            begun.countDown();
                                            done.await();
                                            return "computed";
                                        },
                                        _ -> {}));
            }
            begun.await();

            assertThatThrownBy(() -> computations.compute(() -> "a third", _ -> {}))
                    .isInstanceOf(TooManyProposals.class);
            done.countDown();
        }
        assertThat(computations.compute(() -> "again", _ -> {})).isEqualTo("again");
    }

    @Test
    void endsWhenItsCallerIsGone() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CompletableFuture<Throwable>();
        BlockingQueue<Runnable> stops = new LinkedBlockingQueue<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var caller =
                    callers.submit(
                            () -> computations.compute(() -> forEver(begun, ended), stops::add));
            begun.await();

            stops.take().run();

            assertThatThrownBy(caller::get).hasCauseInstanceOf(CallerIsGone.class);
        }
        assertThat(ended.get()).isInstanceOf(CancellationException.class);
    }

    private static String forEver(CountDownLatch begun, CompletableFuture<Throwable> ended) {
        begun.countDown();
        try {
            while (true) {
                ProposalComputations.checkWanted();
                Thread.onSpinWait();
            }
        } catch (CancellationException e) {
            ended.complete(e);
            throw e;
        }
    }
}
