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
                            "The request cannot be read: broken JSON, an unknown field or parameter, a"
                                    + " cursor of another list.",
                            _ -> true),
                    new Answer(
                            401,
                            "Unauthenticated",
                            "unauthenticated",
                            "No credentials, or none that are valid here.",
                            DocumentedOperation::isSecured),
                    new Answer(
                            403,
                            "Forbidden",
                            "missing-right",
                            "The caller may see this but not do it; `right` names the missing one.",
                            operation -> operation.isSecured() && operation.namesAResource()),
                    new Answer(
                            404,
                            "NotFound",
                            "not-found",
                            "No such thing, or none that the caller may know of.",
                            DocumentedOperation::namesAResource),
                    new Answer(
                            409,
                            "Conflict",
                            "conflict",
                            "The state of the resource does not allow it; `code` says why.",
                            operation -> !operation.isRead()),
                    new Answer(
                            412,
                            "StaleVersion",
                            "stale-version",
                            "Somebody changed it since: `current` is what is there now.",
                            SharedHeaders::isConditionalWrite),
                    new Answer(
                            413,
                            "TooLarge",
                            "payload-too-large",
                            "More than the house can carry.",
                            DocumentedOperation::hasBody),
                    new Answer(
                            415,
                            "UnsupportedMediaType",
                            "unsupported-media-type",
                            "The body is not of a documented media type.",
                            DocumentedOperation::hasBody),
                    new Answer(
                            422,
                            "Invalid",
                            "invalid-request",
                            "Readable, but wrong: `errors` has one entry per field or parameter.",
                            operation ->
                                    operation.hasBody()
                                            || operation.hasQuery()
                                            || operation.isPost()),
                    new Answer(
                            428,
                            "PreconditionRequired",
                            "precondition-required",
                            "If-Match is missing.",
                            operation ->
                                    SharedHeaders.isConditionalWrite(operation)
                                            && !operation.isPost()),
                    new Answer(
                            429,
                            "TooManyRequests",
                            "too-many-requests",
                            "Slow down: `Retry-After` says for how long.",
                            _ -> true),
                    new Answer(
                            503,
                            "Unavailable",
                            "service-unavailable",
                            "Not now: `Retry-After` says when to ask again.",
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
