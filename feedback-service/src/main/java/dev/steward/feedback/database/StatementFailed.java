package dev.steward.feedback.database;

import java.sql.SQLException;

/// A statement failed. The cause says whether trying again can help.
public final class StatementFailed extends RuntimeException {

    StatementFailed(SQLException cause) {
        super(cause);
    }
}
