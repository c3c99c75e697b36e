package dev.steward.platform.web.request;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Unreadable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A query parameter that the operation does not declare is a 400: a misspelt filter that silently
/// returns everything is worse than an error. So is a number or a yes-or-no that is none (JAX-RS
/// itself would answer 404, as if the list were gone).
@Provider
public class UnknownParameters implements ContainerRequestFilter {

    private final Map<Method, Map<String, ParameterSyntax>> declared = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    UnknownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var known =
                declared.computeIfAbsent(
                        resource.getResourceMethod(), UnknownParameters::parametersOf);
        var unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            throw new Unreadable(
                    "unknown-parameter",
                    "Known parameters: " + new TreeSet<>(known.keySet()) + ".",
                    errors(unknown, "unknown-parameter", "This operation has no such parameter."));
        }
        var malformed = new TreeSet<String>();
        known.forEach((name, form) -> {
            if (!given.getOrDefault(name, List.of()).stream().allMatch(form::takes)) {
                malformed.add(name);
            }
        });
        if (!malformed.isEmpty()) {
            throw new Unreadable(
                    "unreadable-request",
                    "A parameter cannot be read.",
                    errors(malformed, "unreadable", "Not of the documented type."));
        }
    }

    private static List<FieldError> errors(TreeSet<String> names, String code, String message) {
        return names.stream().map(name -> FieldError.parameter(name, code, message)).toList();
    }

    private static Map<String, ParameterSyntax> parametersOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> {
                    var query = parameter.getAnnotation(QueryParam.class);
                    if (query != null) {
                        return Stream.of(
                                Map.entry(query.value(), ParameterSyntax.of(parameter.getType())));
                    }
                    return parameter.isAnnotationPresent(BeanParam.class)
                            ? inBean(parameter.getType())
                            : Stream.empty();
                })
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, ParameterSyntax>> inBean(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .map(field ->
                        Map.entry(
                                field.getAnnotation(QueryParam.class).value(),
                                ParameterSyntax.of(field.getType())));
    }
}
