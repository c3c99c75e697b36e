package dev.steward.platform.access;

import java.sql.SQLException;

/// The tables of rights could not be read.
public final class AccessUnavailable extends RuntimeException {

    AccessUnavailable(SQLException cause) {
        super(cause);
    }
}
