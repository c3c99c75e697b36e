package dev.steward.platform.testing.offenders.alpha;

import dev.steward.platform.testing.offenders.beta.Beta;

/// A planted offender, with Beta: two features that need each other.
public final class Alpha {
    Beta other() {
        return new Beta();
    }
}
