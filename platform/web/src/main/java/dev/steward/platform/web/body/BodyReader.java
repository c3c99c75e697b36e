package dev.steward.platform.web.body;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.web.problem.InvalidFields;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads a body and validates it.
record BodyReader<T>(JavaType type, ObjectMapper mapper, Validator validator) {

    /// @return null for no body, and for `null`
    @Nullable T from(InputStream json) throws IOException {
        try (var parser = mapper.createParser(json)) {
            var first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL && parser.nextToken() == null) {
                return null;
            }
            T value = mapper.readerFor(type).readValue(parser);
            return valid(value);
        }
    }

    private T valid(T value) {
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw InvalidFields.of(violations);
        }
        return value;
    }
}
