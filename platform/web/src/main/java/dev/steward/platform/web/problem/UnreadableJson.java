package dev.steward.platform.web.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.steward.platform.web.value.OutOfRange;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON that cannot be read: 400 that says where. Registered for each of Jackson's exceptions that
/// the problem library maps itself, because the closest mapper wins.
public final class UnreadableJson {

    private UnreadableJson() {}

    public static Refusal of(JsonProcessingException e) {
        if (e.getCause() instanceof Refusal refusal) {
            // Thrown while the body was read.
            return refusal;
        }
        var pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return switch (e) {
            // Readable, but not one of those there are, or not within the bounds.
            case OutOfRange far -> new Invalid(outOfRange(pointer, far));
            case InvalidFormatException format
                    when format.getTargetType().isEnum() && format.getValue() instanceof String ->
                    new Invalid(notOneOf(pointer, format.getTargetType().getEnumConstants()));
            case InvalidNullException _ ->
                    new Invalid(
                            FieldError.at(
                                    pointer, "not-null", "An element of a list is not null."));
            default -> unreadable(pointer, e);
        };
    }

    private static Unreadable unreadable(String pointer, JsonProcessingException e) {
        var code = e instanceof UnrecognizedPropertyException ? "unknown-field" : "unreadable";
        var message = message(e);
        return new Unreadable(
                "unreadable-request", message, List.of(FieldError.at(pointer, code, message)));
    }

    private static FieldError outOfRange(String pointer, OutOfRange far) {
        return new FieldError(
                pointer, null, "out-of-range", far.bounds(), far.getOriginalMessage());
    }

    private static FieldError notOneOf(String pointer, Object[] known) {
        var values = Arrays.stream(known).map(String::valueOf).toList();
        return new FieldError(
                pointer, null, "one-of", Map.of("values", values), "One of " + values + ".");
    }

    /// In the client's words: Jackson's own name our classes. Never with the value, which a log
    /// line or another person's screen may show.
    private static String message(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException format
                    when format.getValue() == null && format.getOriginalMessage() != null ->
                    format.getOriginalMessage();
            case InvalidFormatException _ -> "This value cannot be read as what it should be.";
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
                    "Nested over 64 deep, too long in one place, or over 200,000 JSON tokens (10,000 where one thing is made or changed).";
            default -> "This cannot be read as JSON.";
        };
    }

    private static String unknownField(UnrecognizedPropertyException e) {
        var known =
                e.getKnownPropertyIds() == null
                        ? new TreeSet<String>()
                        : e.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new));
        return "There is no such field here. Allowed: " + String.join(", ", known) + ".";
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
                                        : escaped(step.getFieldName())))
                .collect(Collectors.joining());
    }

    /// RFC 6901.
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
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

    /// A date of another millennium.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class TooFar extends Mapper<OutOfRange> {}

    /// Nothing, among the elements of a list.
    @Provider
    @Priority(Problems.OURS_FIRST)
    public static class NothingInside extends Mapper<InvalidNullException> {}

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
