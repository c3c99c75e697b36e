package dev.steward.platform.testing;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// How many statements something takes, those of Hibernate and those of Jdbi. The counter is the
/// whole application's: what other tests have left behind, and what runs by a clock, counts too. So
/// the least of some counts is told.
@Singleton
public class StatementCount implements SqlLogger {

    private static final int COUNTS = 3;

    private final AtomicLong ofJdbi = new AtomicLong();
    private final Instance<SessionFactory> hibernate;

    StatementCount(Instance<SessionFactory> hibernate) {
        this.hibernate = hibernate;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        ofJdbi.incrementAndGet();
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
