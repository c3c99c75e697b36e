package dev.steward.system;

import dev.steward.local.postgres.DatabaseCredentials;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks into a service's database from outside, as an auditor would.
public record Sql(DatabaseCredentials database) {

    public static Sql of(String service) {
        return new Sql(RunningSystem.get().database(service));
    }

    public long number(String query, Object... parameters) {
        var rows = rows(query, parameters);
        return rows.isEmpty() ? 0 : Long.parseLong(rows.getFirst());
    }

    /// Each row as its columns joined by `|`.
    public List<String> rows(String query, Object... parameters) {
        List<String> rows = new ArrayList<>();
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.ownerUser(), database.ownerPassword());
                var select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                var columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(String.valueOf(row.getString(i)));
                    }
                    rows.add(String.join("|", values));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        return rows;
    }

    public void run(String statement) {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.ownerUser(), database.ownerPassword());
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
