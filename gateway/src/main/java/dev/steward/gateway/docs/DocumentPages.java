package dev.steward.gateway.docs;

import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.routing.GatewayPage;
import dev.steward.gateway.routing.PublishedDocument;
import dev.steward.gateway.routing.RequestPath;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;

/// The pages `/openapi.json`, `/openapi.yaml` and `/docs`, and `/`, which redirects to `/docs`. All
/// of their content is in the jar.
@Singleton
class DocumentPages implements GatewayPage {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Problems problems;
    private final Map<String, StaticContent> contents;

    DocumentPages(PublishedDocument document, Problems problems) {
        this.problems = problems;
        contents =
                Map.of(
                        "/openapi.json",
                        new StaticContent("application/json", Buffer.buffer(document.json())),
                        "/openapi.yaml",
                        new StaticContent("application/yaml", Buffer.buffer(document.yaml())),
                        "/docs",
                        StaticContent.resource(HTML, "/docs/index.html"),
                        "/docs/start.js",
                        StaticContent.resource(SCRIPT, "/docs/start.js"),
                        "/docs/pages.css",
                        StaticContent.resource(STYLE, "/docs/pages.css"),
                        "/docs/swagger-ui-bundle.js",
                        StaticContent.resource(SCRIPT, "/docs/swagger-ui-bundle.js"),
                        "/docs/swagger-ui.css",
                        StaticContent.resource(STYLE, "/docs/swagger-ui.css"),
                        "/favicon.ico",
                        StaticContent.resource("image/png", "/docs/favicon-32x32.png"));
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/") || path.startsWith("/docs/") || contents.containsKey(path);
    }

    @Override
    public void answer(RoutingContext context) {
        var path = RequestPath.of(context.request());
        if (path.equals("/") || path.equals("/docs/")) {
            context.response().setStatusCode(302).putHeader("Location", "/docs").end();
            return;
        }
        var content = contents.get(path);
        if (content == null) {
            problems.send(context, Problem.of("not-found", "There is no page with this path."));
        } else {
            content.send(context);
        }
    }
}
