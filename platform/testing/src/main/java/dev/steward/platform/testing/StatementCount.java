package dev.steward.platform.testing;

import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/// How many statements a reading takes. The counter is the whole application's: what other tests
/// have left behind may arrive meanwhile and count too, so the least of some readings is told.
public final class StatementCount {

    private static final int READINGS = 3;

    private StatementCount() {}

    /// @param counted so far, such as `sessions.getStatistics()::getPrepareStatementCount`
    /// @param reading what changes nothing, so that it takes the same each time
    public static long of(LongSupplier counted, Runnable reading) {
        return LongStream.generate(() -> once(counted, reading))
                .limit(READINGS)
                .min()
                .orElseThrow();
    }

    private static long once(LongSupplier counted, Runnable reading) {
        var before = counted.getAsLong();
        reading.run();
        return counted.getAsLong() - before;
    }
}
