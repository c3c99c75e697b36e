package dev.steward.platform.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// Writes types of the JDK, such as `UUID` or `Instant`, where they are used: a string with a
/// format or an enumeration is not a schema of the API.
final class InlineTypes {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> TYPES =
            List.of("UUID", "Instant", "LocalDate", "LocalTime", "DayOfWeek", "Duration", "ZoneId");

    private final Components components;
    private final Map<String, Schema> schemas;

    private InlineTypes(Components components) {
        this.components = components;
        this.schemas =
                components.getSchemas() == null ? Map.of() : Map.copyOf(components.getSchemas());
    }

    static void writeInto(OpenAPI document) {
        var types = new InlineTypes(document.getComponents());
        types.schemas.values().forEach(types::inline);
        document.getPaths().getPathItems().values().forEach(types::inline);
        TYPES.forEach(types.components::removeSchema);
    }

    private void inline(PathItem item) {
        item.getOperations().values().forEach(this::inline);
    }

    private void inline(Operation operation) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .forEach(parameter -> inline(parameter.getSchema()));
        if (operation.getRequestBody() != null) {
            inline(operation.getRequestBody().getContent());
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> inline(response.getContent()));
    }

    private void inline(@Nullable Content content) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(body -> inline(body.getSchema()));
        }
    }

    private void inline(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        var type = typeOf(schema);
        if (type != null) {
            schema.setRef(null);
            schema.setType(type.getType());
            schema.setFormat(type.getFormat());
            schema.setEnumeration(type.getEnumeration());
            return;
        }
        Stream.ofNullable(schema.getProperties())
                .flatMap(properties -> properties.values().stream())
                .forEach(this::inline);
        inline(schema.getItems());
        inline(schema.getAdditionalPropertiesSchema());
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(this::inline);
    }

    private @Nullable Schema typeOf(Schema schema) {
        var reference = schema.getRef();
        if (reference == null || !reference.startsWith(SCHEMAS)) {
            return null;
        }
        var name = reference.substring(SCHEMAS.length());
        return TYPES.contains(name) ? schemas.get(name) : null;
    }
}
