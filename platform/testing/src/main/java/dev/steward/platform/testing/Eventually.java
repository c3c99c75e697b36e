package dev.steward.platform.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// How tests wait for what happens elsewhere.
public final class Eventually {

    private Eventually() {}

    /// Asked at once and then often, since most of it takes some milliseconds; for three minutes at
    /// most, since a machine may be slow.
    public static ConditionFactory eventually() {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(3));
    }
}
