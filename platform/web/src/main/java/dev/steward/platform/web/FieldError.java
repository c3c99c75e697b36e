package dev.steward.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with one field (`pointer`, a JSON Pointer into the body) or one parameter.
///
/// @param code from one documented list, so that a UI can translate
/// @param params the numbers and names the message speaks of
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> params,
        String message) {

    public static FieldError at(String pointer, String code, String message) {
        return new FieldError(pointer, null, code, Map.of(), message);
    }

    public static FieldError parameter(String name, String code, String message) {
        return new FieldError(null, name, code, Map.of(), message);
    }
}
