package dev.steward.platform.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with one field (`pointer`, a JSON Pointer into the body) or one parameter.
///
/// @param code from one documented list, so that a UI can translate
/// @param params the numbers and names the message speaks of
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        String code,
        Map<String, Object> params,
        String message) {

    public static FieldError at(String pointer, String code, String message) {
        return new FieldError(pointer, null, code, Map.of(), message);
    }

    /// Why JSON, or a part of it, could not be read as what it should be: in the client's words,
    /// and where.
    public static List<FieldError> unreadable(JsonProcessingException e) {
        return UnreadableJson.of(e).errors();
    }

    public static FieldError parameter(String name, String code, String message) {
        return new FieldError(null, name, code, Map.of(), message);
    }
}
