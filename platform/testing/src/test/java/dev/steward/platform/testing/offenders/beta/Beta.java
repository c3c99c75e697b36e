package dev.steward.platform.testing.offenders.beta;

import dev.steward.platform.testing.offenders.alpha.Alpha;

/// A planted offender, with Alpha.
public final class Beta {
    Alpha other() {
        return new Alpha();
    }
}
