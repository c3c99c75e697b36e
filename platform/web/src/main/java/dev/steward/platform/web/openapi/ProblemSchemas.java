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
                .addProperty(
                        "type",
                        text(
                                "Path of the page that explains this kind of problem: `/problems/<code>`."))
                .addProperty(
                        "title",
                        text("The code in words; the same for every problem with this code."))
                .addProperty(
                        "status", of(SchemaType.INTEGER, "The HTTP status code of the response."))
                .addProperty(
                        "detail", text("What happened in this case, for a person. May be missing."))
                .addProperty("instance", text("The path of the request. May be missing."))
                .addProperty(
                        "code",
                        text(
                                "Names the kind of problem, in kebab-case. Does not change between versions: let your code depend on this."))
                .addProperty(
                        "traceId",
                        text(
                                "W3C trace id of the request: name it when you report the problem, it finds the request in the logs."))
                .addProperty(
                        "errors",
                        of(
                                        SchemaType.ARRAY,
                                        "One entry for each field or parameter that is wrong. May be missing.")
                                .items(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/FieldError")));
    }

    private static Schema fieldErrorSchema() {
        return object("What is wrong with one field or one parameter.")
                .required(List.of("pointer", "parameter", "code", "params", "message"))
                .addProperty(
                        "pointer",
                        maybeText(
                                "JSON Pointer (RFC 6901) to the field in the request body, such as `/items/0`. Null when a parameter is wrong."))
                .addProperty(
                        "parameter",
                        maybeText(
                                "Name of the query parameter or header. Null when a field of the body is wrong."))
                .addProperty(
                        "code",
                        text(
                                "Names what is wrong: `size`, `not-null`, and so on. Does not change between versions: translate by this."))
                .addProperty(
                        "params",
                        object(
                                "The values that the message contains, by name, for your own translation."))
                .addProperty("message", text("What is wrong and what is allowed, in English."));
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
