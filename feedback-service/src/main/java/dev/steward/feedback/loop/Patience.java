package dev.steward.feedback.loop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long a message waits after it failed: a minute, four times as long each time, six hours at
/// most; with twelve attempts about two days. With jitter, so that they do not come back in step.
final class Patience {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(6);

    private Patience() {}

    static Duration after(int attempt) {
        var wait = FIRST.multipliedBy(1L << (2 * Math.min(Math.max(attempt, 1) - 1, 8)));
        var most = wait.compareTo(MOST) < 0 ? wait : MOST;
        return most.minusMillis(ThreadLocalRandom.current().nextLong(most.toMillis() / 4));
    }
}
