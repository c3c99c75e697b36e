package dev.steward.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Writes a parameter as JSON.
final class JsonArgumentFactory extends AbstractArgumentFactory<Json> {

    private final ObjectMapper json;

    JsonArgumentFactory(ObjectMapper json) {
        super(Types.VARCHAR);
        this.json = json;
    }

    @Override
    protected Argument build(Json parameter, ConfigRegistry config) {
        var text = write(parameter.value());
        return (position, statement, _) -> statement.setString(position, text);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
        }
    }
}
