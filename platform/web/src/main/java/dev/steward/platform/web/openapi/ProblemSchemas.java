package dev.steward.platform.web.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// The shape of every error: RFC 9457 with `code`, `traceId` and `errors`.
final class ProblemSchemas {

    private ProblemSchemas() {}

    static Schema problem() {
        return OASFactory.createSchema().ref("#/components/schemas/Problem");
    }

    static void defineIn(Components components) {
        components.addSchema("FieldError", fieldErrorSchema());
        components.addSchema("Problem", problemSchema());
    }

    private static Schema problemSchema() {
        return object("A problem (RFC 9457). Some codes add members of their own.")
                .required(List.of("type", "title", "status", "code", "traceId"))
                .addProperty("type", text("The page that explains it: `/problems/<code>`."))
                .addProperty("title", text("The code in words."))
                .addProperty("status", of(SchemaType.INTEGER, "The HTTP status."))
                .addProperty("detail", text("One sentence about this case."))
                .addProperty("instance", text("The path of the request."))
                .addProperty("code", text("Stable, in kebab-case: what a client acts on."))
                .addProperty("traceId", text("W3C trace id, for whoever looks into the logs."))
                .addProperty(
                        "errors",
                        of(SchemaType.ARRAY, "What is wrong with single fields or parameters.")
                                .items(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/FieldError")));
    }

    private static Schema fieldErrorSchema() {
        return object("What is wrong with one field or one parameter.")
                .required(List.of("pointer", "parameter", "code", "params", "message"))
                .addProperty("pointer", maybeText("JSON Pointer into the body."))
                .addProperty("parameter", maybeText("Name of a query parameter or header."))
                .addProperty("code", text("Stable, for translation: `size`, `not-null`, …"))
                .addProperty("params", object("The numbers and names that the message speaks of."))
                .addProperty("message", text("For a person."));
    }

    private static Schema text(String description) {
        return of(SchemaType.STRING, description);
    }

    private static Schema maybeText(String description) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING, SchemaType.NULL))
                .description(description);
    }

    private static Schema object(String description) {
        return of(SchemaType.OBJECT, description);
    }

    private static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().type(List.of(type)).description(description);
    }
}
