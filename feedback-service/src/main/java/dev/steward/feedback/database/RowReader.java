package dev.steward.feedback.database;

import java.sql.SQLException;

/// Turns one row into an object.
@FunctionalInterface
public interface RowReader<T> {
    T of(Row row) throws SQLException;
}
