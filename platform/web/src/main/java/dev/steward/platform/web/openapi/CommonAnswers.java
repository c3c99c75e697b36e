package dev.steward.platform.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Adds to each operation the problems it can answer with, the headers of its method
/// (`Idempotency-Key`, `If-Match`), and to the document the schema of a problem and the two ways to
/// present oneself. What an operation says itself stays.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final Map<String, String> PROBLEMS =
            new TreeMap<>(
                    Map.of(
                            "400",
                                    "Unreadable: broken JSON, an unknown field or parameter, a cursor of another list.",
                            "401", "No valid token.",
                            "403",
                                    "The caller sees the product but lacks the right; `right` names it.",
                            "404", "Not there, or not for this caller.",
                            "409", "The state of the resource does not allow this.",
                            "412",
                                    "The version in `If-Match` is no longer the current one; `current` shows what is there.",
                            "422", "Readable but wrong; `errors` names each field.",
                            "428", "`If-Match` is missing."));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components =
                document.getComponents() == null
                        ? OASFactory.createComponents()
                        : document.getComponents();
        document.setComponents(components);
        components.addSchema("Problem", problem());
        components.addSchema("FieldError", fieldError());
        components.addSecurityScheme(
                "oidc", bearer("JWT", "A person's or machine's token of the OIDC provider."));
        components.addSecurityScheme(
                "sourceKey",
                bearer(
                        "stw_<id>_<secret>",
                        "The key of a feedback source; shown once when it is made."));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths()
                    .getPathItems()
                    .forEach((path, item) ->
                            item.getOperations()
                                    .forEach((method, operation) ->
                                            describe(path, method, operation)));
        }
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        answer(operation, "400", "401", "403");
        if (path.contains("{")) {
            answer(operation, "404");
        }
        switch (method) {
            case POST -> {
                header(
                        operation,
                        "Idempotency-Key",
                        "Repeat a request safely: the first answer is given again for 24 hours.");
                answer(operation, "409", "422");
            }
            case PUT, PATCH, DELETE -> {
                header(operation, "If-Match", "The ETag last read (its version will do), or *.");
                answer(operation, "409", "412", "422", "428");
            }
            default -> {
                if (path.endsWith("}")) {
                    header(
                            operation,
                            "If-None-Match",
                            "The ETag of the copy the caller holds: 304 when it is still right.");
                }
            }
        }
    }

    private static void answer(Operation operation, String... statuses) {
        var responses =
                operation.getResponses() == null
                        ? OASFactory.createAPIResponses()
                        : operation.getResponses();
        operation.setResponses(responses);
        for (var status : statuses) {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(
                        status, problemAnswer(PROBLEMS.getOrDefault(status, "Refused.")));
            }
        }
    }

    private static APIResponse problemAnswer(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json",
                                        OASFactory.createMediaType().schema(reference("Problem"))));
    }

    private static void header(Operation operation, String name, String description) {
        var known =
                operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(parameter -> name.equals(parameter.getName()));
        if (known) {
            operation.getParameters().stream()
                    .filter(parameter -> name.equals(parameter.getName()))
                    .forEach(parameter ->
                            parameter.description(description).required(false).schema(text()));
            return;
        }
        operation.addParameter(
                OASFactory.createParameter()
                        .in(Parameter.In.HEADER)
                        .name(name)
                        .description(description)
                        .schema(text()));
    }

    private static SecurityScheme bearer(String format, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format)
                .description(description);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem details. Further members depend on the code.")
                .addProperty(
                        "type", text().description("`/problems/<code>`, a page that explains it."))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("code", text().description("Stable; what a client switches on."))
                .addProperty("traceId", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(reference("FieldError")))
                .required(List.of("type", "title", "status", "code", "traceId"))
                .additionalPropertiesBoolean(true);
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text().description("JSON Pointer into the body."))
                .addProperty(
                        "parameter", text().description("Name of a query parameter or header."))
                .addProperty("code", text())
                .addProperty(
                        "params",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .additionalPropertiesBoolean(true))
                .addProperty("message", text())
                .required(List.of("code", "message"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
