package dev.steward.platform.messaging.background;

import dev.steward.platform.database.Database;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;

/// Whether other statements succeed while a batch runs: only then is it the batch's own doing that
/// it takes too long. A database that is paused ends a statement by its time limit too, once it
/// goes on.
final class DatabaseProbe {

    private static final Duration EVERY = Duration.ofMillis(500);

    /// Without an answer for that long the database counts as away.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final BackgroundThreads threads;

    DatabaseProbe(Database database, BackgroundThreads threads) {
        this.database = database;
        this.threads = threads;
    }

    Watch watch() {
        var watch = new Watch();
        threads.startVirtual("database-probe", watch::run);
        return watch;
    }

    /// From its making until it is closed. A pause of this process shows as well.
    final class Watch implements AutoCloseable {

        private final CountDownLatch over = new CountDownLatch(1);
        private volatile long answeredAt = System.nanoTime();
        private volatile boolean wasAway;

        /// Asks once more.
        boolean wasAvailableThroughout() {
            probe();
            return !wasAway;
        }

        private void run() {
            try {
                while (!over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    probe();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void probe() {
            var answers = answers();
            if (!answers || System.nanoTime() - answeredAt > PATIENCE.toNanos()) {
                wasAway = true;
            }
            answeredAt = System.nanoTime();
        }

        private boolean answers() {
            try {
                return database.query("select true", query -> query.mapTo(Boolean.class).one());
            } catch (JdbiException e) {
                return false;
            }
        }

        @Override
        public void close() {
            over.countDown();
        }
    }
}
