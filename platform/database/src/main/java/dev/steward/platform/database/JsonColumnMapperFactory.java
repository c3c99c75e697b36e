package dev.steward.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.QualifiedColumnMapperFactory;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jspecify.annotations.Nullable;

/// Reads a column that is JSON.
final class JsonColumnMapperFactory implements QualifiedColumnMapperFactory {

    private final ObjectMapper json;

    JsonColumnMapperFactory(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<ColumnMapper<?>> build(QualifiedType<?> type, ConfigRegistry config) {
        if (!type.hasQualifier(Json.Column.class)) {
            return Optional.empty();
        }
        var javaType = json.constructType(type.getType());
        return Optional.of((row, column, _) -> read(row.getString(column), javaType));
    }

    private @Nullable Object read(@Nullable String text, JavaType type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned malformed JSON", e);
        }
    }
}
