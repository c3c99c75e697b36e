package dev.steward.platform.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// The problems that an operation of a given form can answer, each defined once.
final class ProblemAnswers {

    private static final String MEDIA_TYPE = "application/problem+json";

    /// @param fits the operations that can answer it
    private record Answer(
            int status,
            String component,
            String code,
            String description,
            Predicate<DocumentedOperation> fits) {

        String reference() {
            return "#/components/responses/" + component;
        }
    }

    private static final List<Answer> ANSWERS =
            List.of(
                    new Answer(
                            400,
                            "Unreadable",
                            "unreadable-request",
                            "The request cannot be read: the JSON is malformed, a field or parameter is"
                                    + " unknown, or the cursor belongs to another list.",
                            _ -> true),
                    new Answer(
                            401,
                            "Unauthenticated",
                            "unauthenticated",
                            "There is no access token or source key, or it is not valid (any more).",
                            DocumentedOperation::isSecured),
                    new Answer(
                            403,
                            "Forbidden",
                            "missing-right",
                            "You may see this resource but not do this; `right` names the right you would"
                                    + " need.",
                            operation -> operation.isSecured() && operation.namesAResource()),
                    new Answer(
                            404,
                            "NotFound",
                            "not-found",
                            "It does not exist, or you may not see it.",
                            DocumentedOperation::namesAResource),
                    new Answer(
                            409,
                            "Conflict",
                            "conflict",
                            "The current state of the resource does not allow this; `code` says why.",
                            operation -> !operation.isRead()),
                    new Answer(
                            412,
                            "StaleVersion",
                            "stale-version",
                            "Somebody has changed the resource since you read it; `current` is what it is now.",
                            SharedHeaders::isConditionalWrite),
                    new Answer(
                            413,
                            "TooLarge",
                            "payload-too-large",
                            "The body is larger than this operation takes: 1 MiB, unless the operation"
                                    + " names another limit.",
                            DocumentedOperation::hasBody),
                    new Answer(
                            415,
                            "UnsupportedMediaType",
                            "unsupported-media-type",
                            "The Content-Type is none of those documented for this operation.",
                            DocumentedOperation::hasBody),
                    new Answer(
                            422,
                            "Invalid",
                            "invalid-request",
                            "The request can be read, but values are not allowed: `errors` has one entry per"
                                    + " field or parameter.",
                            operation ->
                                    operation.hasBody()
                                            || operation.hasQuery()
                                            || operation.isPost()),
                    new Answer(
                            428,
                            "PreconditionRequired",
                            "precondition-required",
                            "The header If-Match is missing: send the ETag you last read.",
                            operation ->
                                    SharedHeaders.isConditionalWrite(operation)
                                            && !operation.isPost()),
                    new Answer(
                            429,
                            "TooManyRequests",
                            "too-many-requests",
                            "You have sent too many requests; `Retry-After` says after how many seconds to try"
                                    + " again.",
                            _ -> true),
                    new Answer(
                            503,
                            "Unavailable",
                            "service-unavailable",
                            "This cannot be answered at the moment; `Retry-After` says after how many seconds"
                                    + " to try again.",
                            _ -> true));

    private ProblemAnswers() {}

    static void defineIn(Components components) {
        ProblemSchemas.defineIn(components);
        ANSWERS.forEach(answer -> components.addResponse(answer.component(), response(answer)));
    }

    static void addTo(DocumentedOperation documented) {
        var responses = documented.operation().getResponses();
        for (var answer : ANSWERS) {
            var status = String.valueOf(answer.status());
            if (answer.fits().test(documented) && !isDescribed(responses.getAPIResponse(status))) {
                responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref(answer.reference()));
            }
        }
    }

    /// A resource may describe a problem that is special to it, by its own example; the shared one
    /// then stands back. What the problem library adds by itself has none.
    private static boolean isDescribed(@Nullable APIResponse response) {
        return response != null
                && response.getContent() != null
                && response.getContent().getMediaTypes().values().stream()
                        .allMatch(body -> body.getExample() != null || body.getExamples() != null);
    }

    private static APIResponse response(Answer answer) {
        return OASFactory.createAPIResponse()
                .description(answer.description())
                .content(content(answer));
    }

    private static Content content(Answer answer) {
        return OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(ProblemSchemas.problem())
                                .example(example(answer)));
    }

    private static Map<String, Object> example(Answer answer) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + answer.code());
        problem.put("title", title(answer.code()));
        problem.put("status", answer.status());
        problem.put("detail", answer.description());
        problem.put("instance", "/api/v1/…");
        problem.put("code", answer.code());
        problem.put("traceId", "0af7651916cd43dd8448eb211c80319c");
        return problem;
    }

    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
