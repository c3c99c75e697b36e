package dev.steward.platform.web.problem;

import dev.steward.platform.server.Trace;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.request.RequestState;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Gives every problem, whoever raised it, its `type`, `code` and `traceId`; and tells a caller to
/// ask again where the reason passes by itself: the database is away, or the caller's own write has
/// not arrived here yet.
@ApplicationScoped
class ProblemShape implements ProblemPostProcessor {

    /// Set here; `violations` is the library's own form of `errors`.
    private static final Set<String> OURS = Set.of("code", "traceId", "violations");

    private final Instance<RoutingContext> routing;
    private final Duration longestTransaction;

    ProblemShape(
            Instance<RoutingContext> routing,
            @ConfigProperty(
                            name = "quarkus.transaction-manager.default-transaction-timeout",
                            defaultValue = "60s")
                    Duration longestTransaction) {
        this.routing = routing;
        this.longestTransaction = longestTransaction;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var request = routing.get().request();
        var shaped =
                shaped(
                        verdict(problem, context, RequestState.of(routing.get())),
                        Trace.of(routing.get()).traceId(),
                        context.path,
                        request.method());
        ProblemLog.write(shaped, request, context.cause);
        return shaped;
    }

    private HttpProblem verdict(HttpProblem problem, ProblemContext context, RequestState request) {
        var status = problem.getStatusCode();
        var overdue = request.age().compareTo(longestTransaction) >= 0;
        if (status >= 500 && TransientErrors.isTransient(context.cause, overdue)) {
            return passing(
                    503,
                    "service-unavailable",
                    "Not now: nothing was done. Ask again in a second.");
        }
        if (request.isBehind() && (status == 404 || status == 409)) {
            return passing(
                    status,
                    "not-yet-visible",
                    "What you have just written has not arrived here yet.");
        }
        return problem;
    }

    private static HttpProblem passing(int status, String code, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(Problems.title(code))
                .withDetail(detail)
                .withHeader("Retry-After", 1)
                .with("code", code)
                .build();
    }

    private static HttpProblem shaped(
            HttpProblem problem, String traceId, String path, HttpMethod method) {
        var given = problem.getParameters().get("code");
        var code = given == null ? Problems.codeOf(problem.getStatusCode()) : given.toString();
        var shaped =
                HttpProblem.builder()
                        .withType(URI.create("/problems/" + code))
                        .withStatus(problem.getStatusCode())
                        .withTitle(given == null ? Problems.title(code) : problem.getTitle())
                        .withDetail(detail(problem))
                        .withInstance(instance(path));
        problem.getHeaders().forEach(shaped::withHeader);
        problem.getParameters()
                .forEach((name, value) -> {
                    if (!OURS.contains(name)) {
                        shaped.with(name, value);
                    }
                });
        if (problem.getStatusCode() == 415 && method.equals(HttpMethod.PATCH)) {
            shaped.withHeader("Accept-Patch", MergePatch.MEDIA_TYPE + ", application/json");
        }
        return shaped.with("code", code).with("traceId", traceId).build();
    }

    /// What the framework refuses by itself it explains as "HTTP 404 Not Found".
    private static @Nullable String detail(HttpProblem problem) {
        var detail = problem.getDetail();
        if (detail == null || !detail.startsWith("HTTP " + problem.getStatusCode())) {
            return detail;
        }
        return switch (problem.getStatusCode()) {
            case 404 -> "No operation has this path.";
            case 405 -> "This path knows other methods: see Allow.";
            case 406 -> "There is no representation of a media type that Accept names.";
            case 415 -> "The operation takes no body of this media type.";
            default -> Problems.title(Problems.codeOf(problem.getStatusCode())) + ".";
        };
    }

    /// The path comes decoded, and a client may have put anything into it.
    private static URI instance(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }
}
