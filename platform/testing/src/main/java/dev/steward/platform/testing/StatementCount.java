package dev.steward.platform.testing;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// How many statements something takes, those of Hibernate and those of Jdbi. The platform's loops
/// do not count: they have threads of their own, and requests virtual ones. What other tests have
/// left behind may count, so the least of some counts is told.
@Singleton
public class StatementCount implements SqlLogger {

    private static final int COUNTS = 3;

    private final AtomicLong ofJdbi = new AtomicLong();
    private final Instance<SessionFactory> hibernate;
    private volatile Thread test = Thread.currentThread();

    StatementCount(Instance<SessionFactory> hibernate) {
        this.hibernate = hibernate;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        if (Thread.currentThread().isVirtual() || Thread.currentThread().equals(test)) {
            ofJdbi.incrementAndGet();
        }
    }

    /// @param reading what changes nothing, so that it takes the same each time
    public long of(Runnable reading) {
        return ofFresh(() -> reading);
    }

    /// @param prepared makes what the change needs, anew for each count; this is not counted
    public long ofFresh(Supplier<Runnable> prepared) {
        return LongStream.generate(() -> once(prepared.get())).limit(COUNTS).min().orElseThrow();
    }

    private long once(Runnable change) {
        test = Thread.currentThread();
        var before = executed();
        change.run();
        return executed() - before;
    }

    private long executed() {
        return ofJdbi.get()
                + hibernate.stream()
                        .mapToLong(sessions -> sessions.getStatistics().getPrepareStatementCount())
                        .sum();
    }
}
