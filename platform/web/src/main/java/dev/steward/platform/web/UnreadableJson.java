package dev.steward.platform.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON that cannot be read: 400 that says where. Registered for each of Jackson's exceptions that
/// the problem library maps itself, because the closest mapper wins.
final class UnreadableJson {

    private UnreadableJson() {}

    static Refusal of(JsonProcessingException e) {
        var pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            // Readable, but not one of those there are.
            return new Invalid(notOneOf(pointer, format.getTargetType().getEnumConstants()));
        }
        var code = e instanceof UnrecognizedPropertyException ? "unknown-field" : "unreadable";
        var message = message(e);
        return new Unreadable(
                "unreadable-request", message, List.of(FieldError.at(pointer, code, message)));
    }

    private static FieldError notOneOf(String pointer, Object[] known) {
        var values = Arrays.stream(known).map(String::valueOf).toList();
        return new FieldError(
                pointer, null, "one-of", Map.of("values", values), "One of " + values + ".");
    }

    /// In the client's words: Jackson's own name our classes.
    private static String message(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "There is no field \"" + unknown.getPropertyName() + "\" here.";
            case InvalidFormatException format ->
                    "This value cannot be read: " + format.getValue() + ".";
            case MismatchedInputException _ -> "This value has the wrong type.";
            case JsonParseException broken when broken.getLocation() != null ->
                    "%s; see line %d, column %d."
                            .formatted(
                                    isDuplicate(broken)
                                            ? "A field stands twice"
                                            : "This is no JSON",
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr());
            case StreamConstraintsException _ ->
                    "Nested over 64 deep, over 200,000 JSON tokens, or too long in one place.";
            default -> "This cannot be read as JSON.";
        };
    }

    private static boolean isDuplicate(JsonParseException e) {
        return e.getOriginalMessage().startsWith("Duplicate field");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/"
                                + (step.getFieldName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /// Broken syntax, duplicate keys, nesting.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class Syntax extends Mapper<JsonProcessingException> {}

    /// A field nobody knows.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class UnknownField extends Mapper<UnrecognizedPropertyException> {}

    /// A value of the wrong type.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class WrongType extends Mapper<MismatchedInputException> {}

    /// A text that is no number, date or enumeration value.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class WrongFormat extends Mapper<InvalidFormatException> {}

    /// The body reader wraps what Jackson says; other answers of the framework pass as they are.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class Wrapped extends ExceptionMapperBase<WebApplicationException> {
        private final RefusalMapper refusals = new RefusalMapper();

        @Override
        protected HttpProblem toProblem(WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException unreadable) {
                return refusals.toProblem(of(unreadable));
            }
            var status = e.getResponse().getStatusInfo();
            return HttpProblem.builder()
                    .withStatus(status.getStatusCode())
                    .withTitle(status.getReasonPhrase())
                    .withDetail(detail(status.getStatusCode(), e))
                    .build();
        }
    }

    /// The framework speaks of its annotations; a client wants to know what to send.
    private static @Nullable String detail(int status, WebApplicationException e) {
        return status == 415
                ? "This operation does not take a body of this Content-Type; the documentation names those it takes."
                : e.getMessage();
    }

    abstract static class Mapper<E extends JsonProcessingException> extends ExceptionMapperBase<E> {
        private final RefusalMapper refusals = new RefusalMapper();

        @Override
        protected HttpProblem toProblem(E e) {
            return refusals.toProblem(of(e));
        }
    }
}
