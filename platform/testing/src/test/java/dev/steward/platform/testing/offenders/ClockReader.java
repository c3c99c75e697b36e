package dev.steward.platform.testing.offenders;

import java.time.Instant;

/// A planted offender: time that no test can set.
public final class ClockReader {
    Instant when() {
        return Instant.now();
    }
}
