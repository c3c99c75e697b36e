package dev.steward.backlog.order.proposal;

import static java.util.Objects.requireNonNull;

import dev.steward.platform.web.problem.Unavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Runs expensive computations on threads of their own, two at a time, so that memory and processor
/// stay bounded however many requests there are.
@ApplicationScoped
class ProposalExecutor {

    static final int MAX_CONCURRENT = 2;

    private static final Logger LOG = Logger.getLogger(ProposalExecutor.class);
    private static final int SECONDS = 30;

    private final Semaphore places = new Semaphore(MAX_CONCURRENT);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    MAX_CONCURRENT, Thread.ofPlatform().daemon().name("proposal-", 1).factory());

    /// This instance computes as many proposals as it may.
    static final class TooManyProposals extends Unavailable {

        TooManyProposals() {
            super(
                    "too-many-proposals",
                    "Other proposals are being computed here: ask again in a second.");
        }
    }

    /// The client has closed the connection.
    static final class ClientDisconnected extends Unavailable {

        ClientDisconnected() {
            super("service-unavailable", "The request ended before its answer was computed.");
        }
    }

    /// Computes in a transaction of its own. The waiting request holds no database connection.
    ///
    /// @param handle receives a way to cancel the computation when the client is gone
    /// @throws TooManyProposals when two are being computed
    <T> T compute(Callable<T> computation, Consumer<Runnable> handle) {
        if (!places.tryAcquire()) {
            throw new TooManyProposals();
        }
        try {
            var result = threads.submit(() -> inTransaction(computation));
            handle.accept(() -> result.cancel(true));
            return await(result);
        } finally {
            places.release();
        }
    }

    /// Computes on the caller's thread and in its transaction when there is capacity.
    ///
    /// @return false when there was none
    boolean tryRun(Runnable computation) {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            computation.run();
            return true;
        } finally {
            places.release();
        }
    }

    private static <T> T inTransaction(Callable<T> computation) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(computation);
    }

    private static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (CancellationException e) {
            throw new ClientDisconnected();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClientDisconnected();
        } catch (ExecutionException e) {
            throw unchecked(requireNonNull(e.getCause()));
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException(failure);
        };
    }

    /// @throws CancellationException when the computing thread was interrupted
    static void checkNotCancelled() {
        if (Thread.interrupted()) {
            LOG.debug("a proposal is cancelled: its client is gone");
            throw new CancellationException("the client is gone");
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
