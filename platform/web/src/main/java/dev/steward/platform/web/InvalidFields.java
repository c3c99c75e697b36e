package dev.steward.platform.web;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Bean Validation's findings as 422 with JSON Pointers and codes (`size`, `not-null`, …).
@Provider
@Priority(Problems.OURS_FIRST)
public class InvalidFields extends ExceptionMapperBase<ConstraintViolationException> {

    private final RefusalMapper refusals = new RefusalMapper();

    @Override
    protected HttpProblem toProblem(ConstraintViolationException e) {
        return refusals.toProblem(of(e.getConstraintViolations()));
    }

    public static Invalid of(Set<? extends ConstraintViolation<?>> violations) {
        return new Invalid(
                violations.stream()
                        .map(InvalidFields::error)
                        .sorted(
                                Comparator.comparing(error ->
                                        error.pointer()
                                                + "|"
                                                + error.parameter()
                                                + "|"
                                                + error.code()))
                        .toList());
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        var code = kebab(constraint.getAnnotation().annotationType().getSimpleName());
        Map<String, Object> params = new TreeMap<>(constraint.getAttributes());
        params.keySet()
                .removeAll(
                        Set.of(
                                "groups",
                                "payload",
                                "message",
                                "flags",
                                "inclusive",
                                "integer",
                                "fraction"));
        var steps = steps(violation.getPropertyPath());
        var query = queryParameter(violation.getLeafBean(), steps.pointer());
        if (query != null) {
            return new FieldError(null, query, code, params, violation.getMessage());
        }
        var parameter = steps.parameter();
        return parameter != null && steps.pointer().isEmpty()
                ? new FieldError(null, parameter, code, params, violation.getMessage())
                : new FieldError(steps.pointer(), null, code, params, violation.getMessage());
    }

    /// The field of a `@BeanParam` is a parameter to the client, whatever class holds it here.
    private static @Nullable String queryParameter(@Nullable Object bean, String pointer) {
        return bean == null
                ? null
                : Arrays.stream(bean.getClass().getDeclaredFields())
                        .filter(field -> pointer.equals("/" + field.getName()))
                        .map(field -> field.getAnnotation(QueryParam.class))
                        .filter(Objects::nonNull)
                        .map(QueryParam::value)
                        .findFirst()
                        .orElse(null);
    }

    private record Steps(@Nullable String parameter, String pointer) {}

    private static Steps steps(Path path) {
        String parameter = null;
        List<String> pointer = new ArrayList<>();
        for (var node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                if (node.getIndex() != null) {
                    pointer.add(String.valueOf(node.getIndex()));
                } else if (node.getKey() != null) {
                    pointer.add(String.valueOf(node.getKey()));
                }
                if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                    pointer.add(node.getName());
                }
            }
        }
        return new Steps(parameter, pointer.isEmpty() ? "" : "/" + String.join("/", pointer));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
