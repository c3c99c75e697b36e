package dev.steward.platform.database.connection;

import java.sql.Connection;
import java.sql.SQLException;

/// Where the relay gets its own connection. Tests hand in one that dies at a chosen step.
@FunctionalInterface
public interface ConnectionFactory {
    Connection open() throws SQLException;
}
