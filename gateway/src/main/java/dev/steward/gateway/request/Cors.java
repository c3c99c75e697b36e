package dev.steward.gateway.request;

import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.routing.RequestPath;
import dev.steward.gateway.routing.Route;
import dev.steward.gateway.routing.RoutingTable;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/// Answers cross-origin preflights of browsers. Other requests of an unknown origin are answered
/// without the permission to read the response: without cookies such a request can do no harm.
@Singleton
class Cors {

    private static final String EXPOSED =
            "ETag, Location, Link, RateLimit, RateLimit-Policy, Retry-After, Deprecation, Sunset,"
                    + " X-Request-Id, Steward-Version, Idempotency-Replayed";
    private static final String ALLOWED_HEADERS =
            "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match,"
                    + " If-None-Match, Last-Event-ID, Prefer, Steward-After, traceparent, tracestate,"
                    + " X-Request-Id";

    private static final Pattern ANY_PORT = Pattern.compile(":[0-9]{1,5}$");

    private final Set<String> origins;
    private final long maxAge;
    private final RoutingTable routes;
    private final Problems problems;

    Cors(CorsConfig config, RoutingTable routes, Problems problems) {
        origins = config.origins().orElse(Set.of());
        maxAge = config.maxAge().toSeconds();
        this.routes = routes;
        this.problems = problems;
    }

    /// @return whether the request was a preflight and has been answered
    boolean answers(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        if (origin == null) {
            return false;
        }
        var headers = context.response().headers();
        headers.add("Vary", "Origin");
        if (allows(origin)) {
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Expose-Headers", EXPOSED);
        }
        if (!isPreflight(context)) {
            return false;
        }
        answerPreflight(context, origin, headers);
        return true;
    }

    /// `http://localhost:*` is that host on any port.
    private boolean allows(String origin) {
        return origins.contains(origin)
                || origins.contains(ANY_PORT.matcher(origin).replaceFirst(":*"));
    }

    private static boolean isPreflight(RoutingContext context) {
        return context.request().method().name().equals("OPTIONS")
                && context.request().headers().contains("Access-Control-Request-Method");
    }

    private void answerPreflight(RoutingContext context, String origin, MultiMap headers) {
        if (!allows(origin)) {
            problems.send(
                    context,
                    Problem.of("origin-not-allowed", "Pages of this origin may not call Steward."));
            return;
        }
        if (routes.find("OPTIONS", RequestPath.of(context.request()))
                instanceof Route.MethodNotAllowed found) {
            headers.set("Access-Control-Allow-Methods", String.join(", ", found.allowed()));
            headers.set("Access-Control-Allow-Headers", ALLOWED_HEADERS);
            headers.set("Access-Control-Max-Age", Long.toString(maxAge));
            context.response().setStatusCode(204).end();
        } else {
            problems.send(context, Problem.of("not-found", "No operation has this path."));
        }
    }
}
