package dev.steward.platform.web.request;

import dev.steward.platform.web.problem.NotFound;
import dev.steward.platform.web.value.Ids;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Answers 404 to a path with an id that is not a UUID, with our own problem. JAX-RS would answer
/// "HTTP 404 Not Found", and would take `1-1-1-1-1` for a UUID.
@Provider
public class MalformedPathIds implements ContainerRequestFilter {

    /// What is longer is not repeated.
    private static final int MOST_SHOWN = 50;

    private final Map<Method, List<String>> ids = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    MalformedPathIds(ResourceInfo resource) {
        this.resource = resource;
    }

    private static final class NothingOfThatId extends NotFound {
        NothingOfThatId(String what, String id) {
            super(
                    "not-found",
                    "There is no " + what + (id.length() > MOST_SHOWN ? "" : " " + id) + ".");
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getPathParameters();
        for (var name :
                ids.computeIfAbsent(resource.getResourceMethod(), MalformedPathIds::namesOfIds)) {
            var id = given.getFirst(name);
            if (id != null && Ids.of(id).isEmpty()) {
                throw new NothingOfThatId(kind(request, id), id);
            }
        }
    }

    private static List<String> namesOfIds(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == UUID.class)
                .filter(parameter -> parameter.isAnnotationPresent(PathParam.class))
                .map(parameter -> parameter.getAnnotation(PathParam.class).value())
                .toList();
    }

    /// As the path calls it: `/sprints/xyz` asks for a sprint. JAX-RS's own segments are decoded
    /// twice, so that an id `%` fails there.
    private static String kind(ContainerRequestContext request, String id) {
        var place = Pattern.compile("(?:.*?/)?([^/]*)/" + Pattern.quote(id) + "(?:/.*)?");
        var path = place.matcher(request.getUriInfo().getPath());
        var before = path.matches() ? path.group(1) : "thing";
        return before.replaceFirst("ies$", "y").replaceFirst("s$", "").replace('-', ' ');
    }
}
