package dev.steward.platform.messaging.store;

import java.sql.SQLException;

/// The event record could not be written or read. The cause says whether trying again can help.
public final class RecordUnavailable extends RuntimeException {

    public RecordUnavailable(SQLException cause) {
        super(cause);
    }
}
