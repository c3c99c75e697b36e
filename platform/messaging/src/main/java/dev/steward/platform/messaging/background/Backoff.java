package dev.steward.platform.messaging.background;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// 0.1 s, doubling to 5 s, with jitter so that instances do not come back in step.
public final class Backoff {

    private static final long FIRST = 100;
    private static final long MOST = 5_000;

    private long next = FIRST;

    public void reset() {
        next = FIRST;
    }

    public void pause() {
        var millis = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
        next = Math.min(MOST, next * 2);
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
