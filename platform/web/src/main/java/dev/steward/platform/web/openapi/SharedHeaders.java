package dev.steward.platform.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Headers of requests and answers that mean the same everywhere, as references to one definition.
final class SharedHeaders {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<HttpMethod> CONDITIONAL =
            Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private SharedHeaders() {}

    static boolean isConditionalWrite(DocumentedOperation documented) {
        return !documented.isRead()
                && (CONDITIONAL.contains(documented.method())
                        || documented.parameters().stream().anyMatch(SharedHeaders::isIfMatch));
    }

    static void defineIn(Components components) {
        components.addParameter(
                "IfMatch",
                parameter(
                                IF_MATCH,
                                "The ETag you last read, such as `\"7-1f\"`, or a list of them, or `*` for any version. With another version the answer is 412 and nothing is changed.")
                        .required(true));
        components.addParameter(
                "IfMatchWhereThere",
                parameter(
                        IF_MATCH,
                        "The ETag you last read, such as `\"7-1f\"`, or a list of them, or `*` for any version. With another"
                                + " version the answer is 412. Required when the resource exists."));
        components.addParameter(
                "IfNoneMatch",
                parameter(
                        IF_NONE_MATCH,
                        "ETags you have, such as `\"7-1f\"`: the answer is 304, without a body, when one of them is"
                                + " current. With PUT, `*` creates the resource only when it does not exist."));
        components.addParameter(
                "IdempotencyKey",
                parameter(
                        IDEMPOTENCY_KEY,
                        "1 to 255 visible characters, new for every request. A repeat with the same key within 24 hours"
                                + " changes nothing and gets the first answer, so it is safe to send a request again."));
        components.addParameter(
                "RequestId",
                parameter(
                        "X-Request-Id",
                        "An id of your choice for this request: it is returned and logged. One is made when it is missing."));
        components.addParameter(
                "StewardAfter",
                parameter(
                        "Steward-After",
                        "`Steward-Version` of earlier writes, such as"
                                + " `item:0198c0de-0000-7000-8000-000000000001@3`: this request waits up to a second"
                                + " until they are visible here."));
        components.addHeader(
                "ETag",
                header(
                        "Version of this representation: send it as If-Match to change the resource, as If-None-Match to read it only when it has changed."));
        components.addHeader(
                "Location",
                header("Path of the resource that was created, or of the job that does the work."));
        components.addHeader(
                "Link", header("The next page, as `rel=\"next\"`. Missing on the last page."));
        components.addHeader(
                "RequestId", header("The id of the request: yours, or one made here."));
        components.addHeader(
                "StewardVersion",
                header(
                        "The versions this request has written. Send it as Steward-After with a later read that must show them."));
    }

    static void addTo(DocumentedOperation documented) {
        if (documented.isRead() && documented.hasParameter(IF_NONE_MATCH)) {
            documented
                    .operation()
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description(
                                            "Not modified: the representation you have is current."));
        }
        requestHeaders(documented);
        documented
                .operation()
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (status.startsWith("2") && response.getRef() == null) {
                        answerHeaders(documented, status, response);
                    }
                });
    }

    private static void requestHeaders(DocumentedOperation documented) {
        List<Parameter> parameters = new ArrayList<>();
        documented.parameters().stream()
                .map(own -> shared(own, documented.method()))
                .forEach(parameters::add);
        if (documented.isPost()) {
            parameters.add(reference("IdempotencyKey"));
        }
        parameters.add(reference("RequestId"));
        parameters.add(reference("StewardAfter"));
        documented.operation().setParameters(parameters);
    }

    private static Parameter shared(Parameter own, HttpMethod method) {
        return switch (own.getName()) {
            case IF_MATCH -> reference(method == HttpMethod.PUT ? "IfMatchWhereThere" : "IfMatch");
            case IF_NONE_MATCH -> reference("IfNoneMatch");
            case null, default -> withoutExample(own);
        };
    }

    /// A page that shows the document sends the example of a header or query parameter along. It is
    /// told in words instead: a filter of somebody else's finds nothing.
    private static Parameter withoutExample(Parameter own) {
        var example = own.getExample();
        if (example == null || own.getIn() == Parameter.In.PATH) {
            return own;
        }
        var said = own.getDescription() == null ? "" : own.getDescription() + " ";
        return own.description(said + "For example `" + example + "`.").example(null);
    }

    private static boolean isIfMatch(Parameter parameter) {
        return IF_MATCH.equals(parameter.getName())
                || "#/components/parameters/IfMatch".equals(parameter.getRef())
                || "#/components/parameters/IfMatchWhereThere".equals(parameter.getRef());
    }

    private static void answerHeaders(
            DocumentedOperation documented, String status, APIResponse response) {
        response.addHeader("X-Request-Id", referenced("RequestId"));
        if (!documented.isRead()) {
            response.addHeader("Steward-Version", referenced("StewardVersion"));
        }
        if (status.equals("201") || status.equals("202")) {
            response.addHeader("Location", referenced("Location"));
        }
        if (documented.hasParameter("cursor")) {
            response.addHeader("Link", referenced("Link"));
        } else if (response.getContent() != null && !status.equals("202")) {
            // What is not made yet has no version; a job that is says so itself.
            response.addHeader("ETag", referenced("ETag"));
        }
    }

    private static Parameter parameter(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text());
    }

    private static Parameter reference(String component) {
        return OASFactory.createParameter().ref("#/components/parameters/" + component);
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Header referenced(String component) {
        return OASFactory.createHeader().ref("#/components/headers/" + component);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
