package dev.steward.platform.web.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/// Gives every body its example: the file `openapi/examples/<schema>.json` of the service, one for
/// each schema that stands as a body. Files, so that tests can send them. Where an operation's
/// answer differs from that (a goal that was just abandoned is not active), the file
/// `openapi/examples/answers/<operationId>.json` or `<operationId>-<status>.json` holds the
/// properties that do.
final class BodyExamples {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectMapper json = new ObjectMapper();

    void putInto(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(this::putInto);
    }

    private void putInto(Operation operation) {
        if (operation.getRequestBody() != null) {
            putInto(operation.getRequestBody().getContent());
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (response.getContent() != null) {
                        putInto(response.getContent());
                        adapt(operation.getOperationId(), status, response.getContent());
                    }
                });
    }

    private void adapt(String operation, String status, Content content) {
        if (!status.startsWith("2")) {
            return;
        }
        readAnswer(operation + "-" + status)
                .or(() -> readAnswer(operation))
                .ifPresent(
                        own -> content.getMediaTypes().values().forEach(body -> adapt(body, own)));
    }

    private void adapt(MediaType body, Map<String, Object> own) {
        var adapted = new LinkedHashMap<>(shown(body));
        adapted.putAll(own);
        body.setExamples(null);
        body.setExample(adapted);
    }

    /// Of the file, or of an annotation, which holds text; nothing where neither is there.
    private Map<String, Object> shown(MediaType body) {
        var example =
                body.getExamples() == null
                        ? body.getExample()
                        : body.getExamples().values().iterator().next().getValue();
        if (example == null) {
            return Map.of();
        }
        return example instanceof String text
                ? parse(text)
                : json.convertValue(example, new TypeReference<>() {});
    }

    private Map<String, Object> parse(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("an example is not JSON: " + text, e);
        }
    }

    private Optional<Map<String, Object>> readAnswer(String name) {
        return read("answers/" + name)
                .map(value -> json.convertValue(value, new TypeReference<>() {}));
    }

    private void putInto(Content content) {
        content.getMediaTypes().values().stream()
                .filter(body -> body.getExample() == null && body.getExamples() == null)
                .forEach(body -> schemaOf(body).flatMap(this::read).ifPresent(body::setExample));
    }

    private static Optional<String> schemaOf(MediaType body) {
        return Optional.ofNullable(body.getSchema())
                .map(schema -> schema.getRef())
                .filter(reference -> reference.startsWith(SCHEMAS))
                .map(reference -> reference.substring(SCHEMAS.length()));
    }

    private Optional<Object> read(String schema) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var file = loader.getResourceAsStream("openapi/examples/" + schema + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(file, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("openapi/examples/" + schema + ".json", e);
        }
    }
}
