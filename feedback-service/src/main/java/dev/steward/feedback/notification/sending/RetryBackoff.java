package dev.steward.feedback.notification.sending;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The pause after a failed attempt: a minute, four times as long each time, at most six hours;
/// twelve attempts take about two days. With jitter, so that messages do not come back together.
final class RetryBackoff {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration MAX = Duration.ofHours(6);

    private RetryBackoff() {}

    static Duration delayAfter(int attempt) {
        var wait = FIRST.multipliedBy(1L << (2 * Math.min(Math.max(attempt, 1) - 1, 8)));
        var capped = wait.compareTo(MAX) < 0 ? wait : MAX;
        return capped.minusMillis(ThreadLocalRandom.current().nextLong(capped.toMillis() / 4));
    }
}
