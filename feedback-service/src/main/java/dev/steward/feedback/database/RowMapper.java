package dev.steward.feedback.database;

import java.sql.SQLException;

/// How one row becomes what it stands for.
@FunctionalInterface
public interface RowMapper<T> {
    T of(Row row) throws SQLException;
}
