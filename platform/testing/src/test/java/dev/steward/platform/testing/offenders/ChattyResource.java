package dev.steward.platform.testing.offenders;

import jakarta.transaction.Transactional;

/// A planted offender: a door that opens a transaction, on no virtual thread.
public final class ChattyResource {
    @Transactional
    public String read() {
        return "";
    }
}
