package dev.steward.platform.messaging;

import java.sql.Connection;
import java.sql.SQLException;

/// Where the relay gets its own connection. Tests hand in one that dies at a chosen step.
@FunctionalInterface
interface ConnectionFactory {
    Connection open() throws SQLException;
}
