package dev.steward.feedback.database;

import java.sql.SQLException;

/// A statement failed. The cause says whether trying again can help.
public final class DatabaseRefused extends RuntimeException {

    DatabaseRefused(SQLException cause) {
        super(cause);
    }
}
