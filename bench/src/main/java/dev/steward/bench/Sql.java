package dev.steward.bench;

import dev.steward.local.postgres.DatabaseCredentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The database of the service that is measured, as its owner.
public record Sql(DatabaseCredentials database) {

    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    public <T> T connected(Work<T> work) {
        try (var connection =
                DriverManager.getConnection(
                        database.url(), database.ownerUser(), database.ownerPassword())) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new BenchFailure(String.valueOf(e.getMessage()), e);
        }
    }

    public void run(String statements) {
        connected(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(statements);
            }
        });
    }

    /// The first column.
    public List<String> column(String query) {
        return connected(connection -> {
            List<String> values = new ArrayList<>();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(query)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        });
    }
}
