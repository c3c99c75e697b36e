package dev.steward.platform.web.openapi;

import dev.steward.platform.web.body.MergePatch;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which of the named schemas stand in requests and which in answers, directly or inside another.
final class BodySchemas {

    private static final String SCHEMAS = "#/components/schemas/";

    private final List<Operation> operations;
    private final Map<String, Schema> schemas;

    BodySchemas(OpenAPI document) {
        operations =
                document.getPaths().getPathItems().values().stream()
                        .flatMap(item -> item.getOperations().values().stream())
                        .toList();
        schemas = document.getComponents().getSchemas();
    }

    Set<String> ofAnswers() {
        return reachable(
                operations.stream()
                        .flatMap(operation ->
                                operation.getResponses().getAPIResponses().values().stream())
                        .flatMap(answer -> roots(answer.getContent())));
    }

    Set<String> ofRequests() {
        return reachable(
                operations.stream()
                        .filter(operation -> operation.getRequestBody() != null)
                        .flatMap(operation -> roots(operation.getRequestBody().getContent())));
    }

    /// The bodies of merge patches themselves, without what is inside them.
    Set<String> ofPatches() {
        return operations.stream()
                .filter(operation -> operation.getRequestBody() != null)
                .map(operation ->
                        operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE))
                .filter(Objects::nonNull)
                .map(body -> named(body.getSchema()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Set<String> reachable(Stream<Schema> roots) {
        Set<String> found = new HashSet<>();
        roots.forEach(root -> walk(root, found));
        return found;
    }

    private static Stream<Schema> roots(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(body -> body.getSchema())
                        .filter(Objects::nonNull);
    }

    private void walk(@Nullable Schema schema, Set<String> found) {
        if (schema == null) {
            return;
        }
        var name = named(schema);
        if (name != null) {
            if (found.add(name)) {
                walk(schemas.get(name), found);
            }
            return;
        }
        walk(schema.getItems(), found);
        walk(schema.getAdditionalPropertiesSchema(), found);
        walkAll(schema.getProperties() == null ? null : schema.getProperties().values(), found);
        walkAll(schema.getAllOf(), found);
        walkAll(schema.getAnyOf(), found);
        walkAll(schema.getOneOf(), found);
    }

    private void walkAll(@Nullable Collection<Schema> inside, Set<String> found) {
        if (inside != null) {
            inside.forEach(schema -> walk(schema, found));
        }
    }

    private static @Nullable String named(@Nullable Schema schema) {
        return schema == null || schema.getRef() == null
                ? null
                : schema.getRef().substring(SCHEMAS.length());
    }
}
