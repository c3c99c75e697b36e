package dev.steward.platform.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.net.URISyntaxException;

/// Gives every problem, whoever raised it, its `type`, `code` and `traceId`; and tells a caller
/// whose own write has not arrived here yet that it should ask again.
@ApplicationScoped
class ProblemShape implements ProblemPostProcessor {

    private final Instance<RoutingContext> routing;

    ProblemShape(Instance<RoutingContext> routing) {
        this.routing = routing;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var trace = RequestTrace.of(routing.get());
        var behind =
                trace.behind()
                        && (problem.getStatusCode() == 404 || problem.getStatusCode() == 409);
        var shaped = HttpProblem.builder(problem);
        var given = problem.getParameters().get("code");
        var code =
                behind
                        ? "not-yet-visible"
                        : given == null
                                ? Problems.codeOf(problem.getStatusCode())
                                : given.toString();
        if (given == null || behind) {
            shaped.withTitle(Problems.title(code));
        }
        if (behind) {
            shaped.withHeader("Retry-After", 1);
        }
        // The builder refuses to set a member twice, so the shaped one starts without it.
        return without("code", shaped.build(), code, trace.traceId(), context.path);
    }

    private static HttpProblem without(
            String member, HttpProblem problem, String code, String traceId, String path) {
        var result =
                HttpProblem.builder()
                        .withType(URI.create("/problems/" + code))
                        .withStatus(problem.getStatusCode())
                        .withTitle(problem.getTitle())
                        .withDetail(problem.getDetail())
                        .withInstance(instance(path));
        problem.getHeaders().forEach(result::withHeader);
        problem.getParameters()
                .forEach((name, value) -> {
                    if (!name.equals(member)
                            && !name.equals("violations")
                            && !name.equals("traceId")) {
                        result.with(name, value);
                    }
                });
        return result.with("code", code).with("traceId", traceId).build();
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
