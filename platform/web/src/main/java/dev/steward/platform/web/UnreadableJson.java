package dev.steward.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;

/// JSON that cannot be read: 400 that says where. Registered for each of Jackson's exceptions that
/// the problem library maps itself, because the closest mapper wins.
final class UnreadableJson {

    private UnreadableJson() {}

    static Unreadable of(JsonProcessingException e) {
        var pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        var code = e instanceof UnrecognizedPropertyException ? "unknown-field" : "unreadable";
        return new Unreadable(
                "unreadable-request",
                e.getOriginalMessage(),
                List.of(FieldError.at(pointer, code, e.getOriginalMessage())));
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
    @Priority(Priorities.USER)
    public static class Syntax extends Mapper<JsonProcessingException> {}

    /// A field nobody knows.
    @Provider
    @Priority(Priorities.USER)
    public static class UnknownField extends Mapper<UnrecognizedPropertyException> {}

    /// A value of the wrong type.
    @Provider
    @Priority(Priorities.USER)
    public static class WrongType
            extends Mapper<com.fasterxml.jackson.databind.exc.MismatchedInputException> {}

    /// A text that is no number, date or enumeration value.
    @Provider
    @Priority(Priorities.USER)
    public static class WrongFormat
            extends Mapper<com.fasterxml.jackson.databind.exc.InvalidFormatException> {}

    abstract static class Mapper<E extends JsonProcessingException> extends ExceptionMapperBase<E> {
        private final RefusalMapper refusals = new RefusalMapper();

        @Override
        protected HttpProblem toProblem(E e) {
            return refusals.toProblem(of(e));
        }
    }
}
