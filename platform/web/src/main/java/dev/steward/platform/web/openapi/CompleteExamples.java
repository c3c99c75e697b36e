package dev.steward.platform.web.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Adds the properties that an example of an answer leaves out, with null: an answer leaves no
/// property out.
final class CompleteExamples {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    CompleteExamples(OpenAPI document) {
        this.schemas = document.getComponents().getSchemas();
    }

    void complete(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .map(Content::getMediaTypes)
                .flatMap(bodies -> bodies.values().stream())
                .filter(body -> body.getSchema() != null)
                .forEach(this::complete);
    }

    private void complete(MediaType body) {
        if (body.getExample() != null) {
            body.setExample(whole(body.getExample(), body.getSchema()));
        }
        if (body.getExamples() != null) {
            body.getExamples()
                    .values()
                    .forEach(example ->
                            example.setValue(whole(example.getValue(), body.getSchema())));
        }
    }

    private @Nullable Object whole(@Nullable Object value, @Nullable Schema schema) {
        var known = resolved(schema);
        if (known == null) {
            return value;
        }
        return switch (value) {
            case Map<?, ?> fields -> wholeFields(fields, known);
            case List<?> elements -> {
                var whole = new ArrayList<@Nullable Object>();
                elements.forEach(element -> whole.add(whole(element, known.getItems())));
                yield whole;
            }
            case null, default -> value;
        };
    }

    private Map<String, @Nullable Object> wholeFields(Map<?, ?> fields, Schema schema) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        var properties =
                schema.getProperties() == null ? Map.<String, Schema>of() : schema.getProperties();
        fields.forEach((name, value) ->
                whole.put(name.toString(), whole(value, properties.get(name.toString()))));
        if (schema.getRequired() != null) {
            schema.getRequired().stream()
                    .filter(name -> !whole.containsKey(name) && mayBeNull(properties.get(name)))
                    .forEach(name -> whole.put(name, null));
        }
        return whole;
    }

    private static boolean mayBeNull(@Nullable Schema schema) {
        return schema != null
                && (isNull(schema)
                        || Stream.ofNullable(schema.getAnyOf())
                                .flatMap(Collection::stream)
                                .anyMatch(CompleteExamples::isNull));
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL);
    }

    /// Behind a reference, or the one alternative that is not null.
    private @Nullable Schema resolved(@Nullable Schema schema) {
        if (schema == null) {
            return null;
        }
        if (schema.getRef() != null) {
            return schemas.get(schema.getRef().substring(SCHEMAS.length()));
        }
        return schema.getAnyOf() == null
                ? schema
                : resolved(
                        schema.getAnyOf().stream()
                                .filter(option -> !isNull(option))
                                .findFirst()
                                .orElse(null));
    }
}
