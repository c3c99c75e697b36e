package dev.steward.platform.messaging.background;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/// Tries at work in the background, and what a failed one says about trying again.
@ApplicationScoped
public class Attempts {

    private final DatabaseProbe probe;

    public Attempts(Database database, BackgroundThreads threads) {
        this.probe = new DatabaseProbe(database, threads);
    }

    /// What came of a try. Nothing of a failed one is left.
    public sealed interface Outcome<T> {}

    public record Done<T>(T result) implements Outcome<T> {}

    /// Time or memory did not suffice, while other statements succeeded: it may be the work's own
    /// doing, so it is to be tried a few times only.
    public record TookTooLong<T>(RuntimeException failure) implements Outcome<T> {}

    /// It would fail again.
    public record Failed<T>(RuntimeException failure) implements Outcome<T> {}

    /// A failure in one line.
    public static String describe(Throwable failure) {
        return FailureKinds.describe(failure);
    }

    /// @param limit of the transaction of this work
    /// @throws RuntimeException what passes by itself: the work is not the reason, whoever wants it
    ///   waits and tries again
    public <T> Outcome<T> attempt(Duration limit, Supplier<T> work) {
        var begun = System.nanoTime();
        try (var watch = probe.watch()) {
            try {
                return new Done<>(work.get());
            } catch (RuntimeException e) {
                FailureKinds.rethrowError(e);
                var overdue = System.nanoTime() - begun >= limit.toNanos();
                return switch (FailureKinds.kindOf(e, overdue)) {
                    case TRANSIENT -> throw e;
                    case LIMIT_REACHED -> {
                        if (!watch.wasAvailableThroughout()) {
                            throw e;
                        }
                        yield new TookTooLong<>(e);
                    }
                    case PERMANENT -> new Failed<>(e);
                };
            }
        }
    }
}
