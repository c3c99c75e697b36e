package dev.steward.platform.testing;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// How many statements something takes. The counter is the whole application's: what other tests
/// have left behind, and what runs by a clock, counts too. So the least of some counts is told.
public final class StatementCount {

    private static final int COUNTS = 3;

    private StatementCount() {}

    /// @param counted so far, such as `sessions.getStatistics()::getPrepareStatementCount`
    /// @param reading what changes nothing, so that it takes the same each time
    public static long of(LongSupplier counted, Runnable reading) {
        return ofFresh(counted, () -> reading);
    }

    /// @param prepared makes what the change needs, anew for each count; this is not counted
    public static long ofFresh(LongSupplier counted, Supplier<Runnable> prepared) {
        return LongStream.generate(() -> once(counted, prepared.get()))
                .limit(COUNTS)
                .min()
                .orElseThrow();
    }

    private static long once(LongSupplier counted, Runnable change) {
        var before = counted.getAsLong();
        change.run();
        return counted.getAsLong() - before;
    }
}
