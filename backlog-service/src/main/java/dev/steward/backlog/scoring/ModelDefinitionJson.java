package dev.steward.backlog.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.steward.backlog.scoring.model.ModelDefinition;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/// Stores a model definition as the JSON that events and answers have.
@Converter
class ModelDefinitionJson implements AttributeConverter<ModelDefinition, String> {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ModelDefinition definition) {
        if (definition == null) {
            return null;
        }
        try {
            return JSON.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scoring model cannot be written as JSON", e);
        }
    }

    @Override
    public @Nullable ModelDefinition convertToEntityAttribute(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return JSON.readValue(json, ModelDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored scoring model cannot be read", e);
        }
    }
}
