package dev.steward.platform.web;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A query parameter that the operation does not declare is a 400: a misspelt filter that silently
/// returns everything is worse than an error.
@Provider
public class UnknownParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    UnknownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty()) {
            return;
        }
        var known =
                declared.computeIfAbsent(
                        resource.getResourceMethod(), UnknownParameters::parametersOf);
        var unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new Unreadable(
                    "unknown-parameter",
                    "Known parameters: " + new TreeSet<>(known) + ".",
                    errors(unknown));
        }
    }

    private static List<FieldError> errors(Set<String> unknown) {
        return unknown.stream()
                .map(name ->
                        FieldError.parameter(
                                name, "unknown-parameter", "This operation has no such parameter."))
                .toList();
    }

    private static Set<String> parametersOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> {
                    var query = parameter.getAnnotation(QueryParam.class);
                    if (query != null) {
                        return Stream.of(query.value());
                    }
                    return parameter.isAnnotationPresent(BeanParam.class)
                            ? inBean(parameter.getType())
                            : Stream.empty();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> inBean(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredFields())
                .map(field -> field.getAnnotation(QueryParam.class))
                .filter(query -> query != null)
                .map(QueryParam::value);
    }
}
