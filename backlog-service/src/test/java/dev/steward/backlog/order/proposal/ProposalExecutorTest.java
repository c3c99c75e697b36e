package dev.steward.backlog.order.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.order.proposal.ProposalExecutor.ClientDisconnected;
import dev.steward.backlog.order.proposal.ProposalExecutor.TooManyProposals;
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
class ProposalExecutorTest {

    @Inject ProposalExecutor executor;

    @Test
    void refusesAThirdWhileTwoAreUnderWay() throws Exception {
        var begun = new CountDownLatch(ProposalExecutor.MAX_CONCURRENT);
        var done = new CountDownLatch(1);
        try (var callers = Executors.newCachedThreadPool()) {
            for (var caller = 0; caller < ProposalExecutor.MAX_CONCURRENT; caller++) {
                var _ =
                        callers.submit(() ->
                                executor.compute(
                                        () -> {
                                            begun.countDown();
                                            done.await();
                                            return "computed";
                                        },
                                        _ -> {}));
            }
            begun.await();

            assertThatThrownBy(() -> executor.compute(() -> "a third", _ -> {}))
                    .isInstanceOf(TooManyProposals.class);
            done.countDown();
        }
        assertThat(executor.compute(() -> "again", _ -> {})).isEqualTo("again");
    }

    @Test
    void isCancelledWhenTheClientIsGone() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CompletableFuture<Throwable>();
        BlockingQueue<Runnable> stops = new LinkedBlockingQueue<>();
        try (var callers = Executors.newCachedThreadPool()) {
            var caller =
                    callers.submit(() -> executor.compute(() -> forEver(begun, ended), stops::add));
            begun.await();

            stops.take().run();

            assertThatThrownBy(caller::get).hasCauseInstanceOf(ClientDisconnected.class);
        }
        assertThat(ended.get()).isInstanceOf(CancellationException.class);
    }

    private static String forEver(CountDownLatch begun, CompletableFuture<Throwable> ended) {
        begun.countDown();
        try {
            while (true) {
                ProposalExecutor.checkNotCancelled();
                Thread.onSpinWait();
            }
        } catch (CancellationException e) {
            ended.complete(e);
            throw e;
        }
    }
}
