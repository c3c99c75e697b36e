package dev.steward.feedback.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a result, with its columns as Java types. `…OrNull` for columns that may be null.
public final class Row {

    private final ResultSet columns;
    private final ObjectMapper json;

    Row(ResultSet columns, ObjectMapper json) {
        this.columns = columns;
        this.json = json;
    }

    public UUID id(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return columns.getString(column);
    }

    public int number(String column) throws SQLException {
        return columns.getInt(column);
    }

    public @Nullable Integer numberOrNull(String column) throws SQLException {
        var number = columns.getInt(column);
        return columns.wasNull() ? null : number;
    }

    public long version() throws SQLException {
        return columns.getLong("version");
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public BigDecimal decimal(String column) throws SQLException {
        return columns.getBigDecimal(column);
    }

    public @Nullable BigDecimal decimalOrNull(String column) throws SQLException {
        return columns.getBigDecimal(column);
    }

    public LocalDate date(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
        return columns.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        var found = columns.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, columns.getString(column));
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) columns.getArray(column).getArray());
    }

    public Map<String, String> map(String column) throws SQLException {
        return json(column, new TypeReference<>() {});
    }

    public byte[] bytes(String column) throws SQLException {
        return columns.getBytes(column);
    }

    public <T> T json(String column, TypeReference<T> type) throws SQLException {
        try {
            return json.readValue(columns.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned malformed JSON", e);
        }
    }
}
