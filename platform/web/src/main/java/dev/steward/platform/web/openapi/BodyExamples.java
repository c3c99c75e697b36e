package dev.steward.platform.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/// Gives every body its example: the file `openapi/examples/<schema>.json` of the service, one for
/// each schema that stands as a body. Files, so that tests can send them.
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
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .forEach(response -> putInto(response.getContent()));
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
