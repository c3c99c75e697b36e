package dev.steward.gateway.problem;

import dev.steward.gateway.routing.GatewayPage;
import dev.steward.gateway.routing.RequestPath;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/// The pages `/problems` and `/problems/<code>`, to which `type` leads: HTML or, by `Accept`, JSON.
@Singleton
class ProblemPages implements GatewayPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/docs/pages.css"></head>
            <body><main>%2$s<p><a href="/problems">All problems</a> · <a href="/docs">API</a></p></main></body></html>
            """;

    private final ProblemTypes problemTypes;
    private final Problems problems;

    ProblemPages(ProblemTypes problemTypes, Problems problems) {
        this.problemTypes = problemTypes;
        this.problems = problems;
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/problems") || path.startsWith("/problems/");
    }

    @Override
    public void answer(RoutingContext context) {
        var path = RequestPath.of(context.request());
        if (path.equals("/problems")) {
            list(context);
            return;
        }
        var slug = path.substring("/problems/".length());
        problemTypes
                .find(slug)
                .ifPresentOrElse(
                        problemType -> one(context, problemType),
                        () ->
                                problems.send(
                                        context,
                                        Problem.of(
                                                "not-found",
                                                "There is no problem with this code.")));
    }

    private void list(RoutingContext context) {
        if (wantsJson(context)) {
            var items = new JsonArray();
            problemTypes.all().forEach(problemType -> items.add(json(problemType)));
            send(context, "application/json", new JsonObject().put("items", items).encode());
            return;
        }
        var rows =
                problemTypes.all().stream()
                        .map(problemType ->
                                "<tr><td>%d</td><td><a href=\"%s\">%s</a></td><td>%s</td></tr>"
                                        .formatted(
                                                problemType.status(),
                                                problemType.type(),
                                                problemType.slug(),
                                                escaped(problemType.title())))
                        .collect(Collectors.joining("\n"));
        sendPage(context, "Problems", "<h1>Problems</h1><table>" + rows + "</table>");
    }

    private void one(RoutingContext context, ProblemType problemType) {
        if (wantsJson(context)) {
            send(context, "application/json", json(problemType).encode());
            return;
        }
        var text =
                """
                <h1>%s</h1><p class="code">%d · <code>%s</code></p>
                <p>%s</p><h2>What to do</h2><p>%s</p>
                """
                        .formatted(
                                escaped(problemType.title()),
                                problemType.status(),
                                problemType.slug(),
                                marked(problemType.meaning()),
                                marked(problemType.remedy()));
        sendPage(context, problemType.title(), text);
    }

    /// Only a client that accepts HTML gets it, such as a browser.
    private static boolean wantsJson(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept == null || !accept.contains("text/html");
    }

    private static JsonObject json(ProblemType problemType) {
        return new JsonObject()
                .put("type", problemType.type())
                .put("code", problemType.slug())
                .put("status", problemType.status())
                .put("title", problemType.title())
                .put("meaning", problemType.meaning())
                .put("remedy", problemType.remedy());
    }

    /// Turns code in Markdown into HTML.
    private static String marked(String text) {
        return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void sendPage(RoutingContext context, String title, String text) {
        context.response()
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        send(context, "text/html; charset=utf-8", PAGE.formatted(escaped(title), text));
    }

    private static void send(RoutingContext context, String mediaType, String text) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.VARY, "Accept")
                .end(text);
    }
}
