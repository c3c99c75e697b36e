package dev.steward.gateway.problem;

import dev.steward.gateway.routing.OwnPage;
import dev.steward.gateway.routing.RequestPath;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/// `/problems` and `/problems/<slug>`: what `type` leads to, as HTML or, by `Accept`, as JSON.
@Singleton
class ProblemPages implements OwnPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/docs/pages.css"></head>
            <body><main>%2$s<p><a href="/problems">All problems</a> · <a href="/docs">API</a></p></main></body></html>
            """;

    private final ProblemKinds kinds;
    private final Problems problems;

    ProblemPages(ProblemKinds kinds, Problems problems) {
        this.kinds = kinds;
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
        kinds.find(slug)
                .ifPresentOrElse(
                        kind -> one(context, kind),
                        () ->
                                problems.send(
                                        context,
                                        Problem.of("not-found", "No problem has this name.")));
    }

    private void list(RoutingContext context) {
        if (wantsJson(context)) {
            var items = new JsonArray();
            kinds.all().forEach(kind -> items.add(json(kind)));
            send(context, "application/json", new JsonObject().put("items", items).encode());
            return;
        }
        var rows =
                kinds.all().stream()
                        .map(kind ->
                                "<tr><td>%d</td><td><a href=\"%s\">%s</a></td><td>%s</td></tr>"
                                        .formatted(
                                                kind.status(),
                                                kind.type(),
                                                kind.slug(),
                                                escaped(kind.title())))
                        .collect(Collectors.joining("\n"));
        sendPage(context, "Problems", "<h1>Problems</h1><table>" + rows + "</table>");
    }

    private void one(RoutingContext context, ProblemKind kind) {
        if (wantsJson(context)) {
            send(context, "application/json", json(kind).encode());
            return;
        }
        var text =
                """
                <h1>%s</h1><p class="code">%d · <code>%s</code></p>
                <p>%s</p><h2>What to do</h2><p>%s</p>
                """
                        .formatted(
                                escaped(kind.title()),
                                kind.status(),
                                kind.slug(),
                                marked(kind.meaning()),
                                marked(kind.remedy()));
        sendPage(context, kind.title(), text);
    }

    /// A browser asks for HTML; everything else gets JSON.
    private static boolean wantsJson(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept == null || !accept.contains("text/html");
    }

    private static JsonObject json(ProblemKind kind) {
        return new JsonObject()
                .put("type", kind.type())
                .put("code", kind.slug())
                .put("status", kind.status())
                .put("title", kind.title())
                .put("meaning", kind.meaning())
                .put("remedy", kind.remedy());
    }

    /// `problems.json` marks what is code as Markdown does.
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
