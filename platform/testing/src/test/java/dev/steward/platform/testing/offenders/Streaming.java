package dev.steward.platform.testing.offenders;

import io.smallrye.mutiny.Multi;

/// A planted offender: reactive code in the business.
public final class Streaming {
    Multi<String> all() {
        return Multi.createFrom().empty();
    }
}
