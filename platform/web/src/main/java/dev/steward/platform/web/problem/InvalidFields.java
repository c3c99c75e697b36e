package dev.steward.platform.web.problem;

import dev.steward.platform.web.body.Body;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
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
        if (!steps.isParameter() || !steps.pointer().isEmpty()) {
            return new FieldError(steps.pointer(), null, code, params, violation.getMessage());
        }
        var parameter = steps.nameIn(violation.getRootBeanClass());
        return parameter == null
                ? Body.MISSING
                : new FieldError(null, parameter, code, params, violation.getMessage());
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

    /// The path to an invalid value: a parameter of an operation, a field of a body, or both.
    ///
    /// @param method the operation; null when no operation was called
    /// @param parameter index of the parameter; -1 when it is none
    /// @param pointer JSON pointer inside of the parameter; empty for the parameter itself
    private record Steps(Path.@Nullable MethodNode method, int parameter, String pointer) {

        boolean isParameter() {
            return method != null && parameter >= 0;
        }

        /// The name of the parameter in the request, never the one in Java; null for the body.
        ///
        /// @param resource its class, or a subclass that CDI has generated
        @Nullable String nameIn(Class<?> resource) {
            for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
                var name = named(type);
                if (name != null) {
                    return name;
                }
            }
            return null;
        }

        private @Nullable String named(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(this::isMethod)
                    .map(candidate -> nameOf(candidate.getParameters()[parameter]))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private boolean isMethod(Method candidate) {
            return method != null
                    && candidate.getName().equals(method.getName())
                    && method.getParameterTypes().equals(List.of(candidate.getParameterTypes()));
        }

        private static @Nullable String nameOf(Parameter parameter) {
            var query = parameter.getAnnotation(QueryParam.class);
            var header = parameter.getAnnotation(HeaderParam.class);
            var path = parameter.getAnnotation(PathParam.class);
            if (query != null) {
                return query.value();
            }
            if (header != null) {
                return header.value();
            }
            return path == null ? null : path.value();
        }
    }

    private static Steps steps(Path path) {
        Path.MethodNode method = null;
        var parameter = -1;
        List<String> pointer = new ArrayList<>();
        for (var node : path) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.as(Path.ParameterNode.class).getParameterIndex();
            } else {
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
        return new Steps(
                method, parameter, pointer.isEmpty() ? "" : "/" + String.join("/", pointer));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
