package dev.steward.platform.testing.offenders;

import java.util.concurrent.ExecutorService;

/// A planted offender: work in a pool, and nobody waits for how it ends.
public final class PooledLoop {
    void begin(ExecutorService pool, Runnable loop) {
        pool.execute(loop);
    }
}
