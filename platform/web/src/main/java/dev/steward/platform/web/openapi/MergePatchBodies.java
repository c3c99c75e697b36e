package dev.steward.platform.web.openapi;

import dev.steward.platform.web.body.MergePatch;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// The result of a merge patch must be whole, the patch itself need not: its schema requires
/// nothing.
final class MergePatchBodies {

    private static final String JSON = "application/json";
    private static final String SCHEMAS = "#/components/schemas/";

    private MergePatchBodies() {}

    static void alsoAsJson(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(MergePatchBodies::alsoAsJson);
    }

    static void requireNothing(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> schemaOf(operation).stream())
                .map(name -> document.getComponents().getSchemas().get(name))
                .forEach(schema -> schema.setRequired(null));
    }

    /// `application/json` means the same as a merge patch, on PATCH.
    private static void alsoAsJson(Operation operation) {
        var content =
                operation.getRequestBody() == null ? null : operation.getRequestBody().getContent();
        if (content != null && content.hasMediaType(MergePatch.MEDIA_TYPE)) {
            content.addMediaType(JSON, content.getMediaType(MergePatch.MEDIA_TYPE));
        }
    }

    private static Optional<String> schemaOf(Operation operation) {
        return Optional.ofNullable(operation.getRequestBody())
                .map(body -> body.getContent().getMediaType(MergePatch.MEDIA_TYPE))
                .map(body -> body.getSchema())
                .map(Schema::getRef)
                .map(reference -> reference.substring(SCHEMAS.length()));
    }
}
