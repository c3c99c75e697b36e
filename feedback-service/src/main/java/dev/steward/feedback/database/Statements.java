package dev.steward.feedback.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs one statement. Parameters: what JDBC takes, besides an `Instant`, an enumeration (its
/// name), a collection (an array; write `any (?::uuid[])`) and [Rows] (write
/// `jsonb_to_recordset(?::jsonb)`).
@ApplicationScoped
public class Statements {

    private final DataSource database;
    private final ObjectMapper json;

    Statements(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public <T> List<T> list(String sql, RowReader<T> reading, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (var rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reading.of(new Row(rows, json)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reading, @Nullable Object... parameters) {
        return list(sql, reading, parameters).stream().findFirst();
    }

    /// @return rows written
    public int execute(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    private void bind(
            Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
            throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, jdbc(connection, parameters[i]));
        }
    }

    private @Nullable Object jdbc(Connection connection, @Nullable Object parameter)
            throws SQLException {
        return switch (parameter) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Collection<?> many ->
                    connection.createArrayOf("text", many.stream().map(Object::toString).toArray());
            case Rows rows -> write(rows);
            default -> parameter;
        };
    }

    private String write(Rows rows) {
        try {
            return json.writeValueAsString(rows.records());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written as JSON", e);
        }
    }
}
