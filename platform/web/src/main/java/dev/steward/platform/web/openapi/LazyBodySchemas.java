package dev.steward.platform.web.openapi;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// A body is its content to a client: that a resource reads it late (`Body<NewItem>`) stays inside.
final class LazyBodySchemas {

    private static final String SCHEMAS = "#/components/schemas/";

    private LazyBodySchemas() {}

    static void unwrap(OpenAPI document) {
        var components = document.getComponents();
        if (components == null || components.getSchemas() == null) {
            return;
        }
        var schemas = Map.copyOf(components.getSchemas());
        bodies(document).forEach(body -> unwrap(body, schemas));
        schemas.forEach((name, schema) -> {
            if (isWrapper(name, schema)) {
                components.removeSchema(name);
            }
        });
    }

    private static Stream<MediaType> bodies(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> Stream.ofNullable(operation.getRequestBody()))
                .map(body -> body.getContent())
                .filter(Objects::nonNull)
                .map(Content::getMediaTypes)
                .flatMap(types -> types.values().stream());
    }

    private static void unwrap(MediaType body, Map<String, Schema> schemas) {
        var schema = body.getSchema();
        if (schema == null || schema.getRef() == null) {
            return;
        }
        var name = schema.getRef().substring(SCHEMAS.length());
        var named = schemas.get(name);
        if (named != null && isWrapper(name, named)) {
            body.setSchema(named.getProperties().get("content"));
        }
    }

    private static boolean isWrapper(String name, Schema schema) {
        return name.startsWith("Body")
                && schema.getProperties() != null
                && schema.getProperties().keySet().equals(Set.of("content"));
    }
}
