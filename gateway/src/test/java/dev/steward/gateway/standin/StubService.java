package dev.steward.gateway.standin;

import dev.steward.gateway.routing.RequestPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A service that echoes the request, or misbehaves as the header `Stand-In` of the request tells
/// it.
public class StubService {

    /// The only source key that it accepts.
    public static final String LIVE_KEY = "stw_0198c0de_secret";

    private static final String PEOPLE_ONLY = "/api/v1/products/-/sources";

    static final String BEHAVIOUR = "Stand-In";

    private final String name;
    private final HttpServer server;
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sent = new ConcurrentHashMap<>();

    private StubService(String name, HttpServer server) {
        this.name = name;
        this.server = server;
        server.requestHandler(this::answer);
    }

    static StubService start(String name, Vertx vertx) {
        var service = new StubService(name, vertx.createHttpServer());
        service.server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        return service;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        if (RequestPath.of(request).equals("/seen")) {
            var seen = attempts.getOrDefault(request.getParam("uri"), new AtomicInteger());
            request.response().end(Integer.toString(seen.get()));
            return;
        }
        if (RequestPath.of(request).equals("/sent")) {
            var done = sent.getOrDefault(request.getParam("uri"), new AtomicInteger());
            request.response().end(Integer.toString(done.get()));
            return;
        }
        if (RequestPath.of(request).equals(PEOPLE_ONLY)) {
            var live = ("Bearer " + LIVE_KEY).equals(request.getHeader("Authorization"));
            request.response().setStatusCode(live ? 403 : 401).end();
            return;
        }
        var attempt =
                attempts.computeIfAbsent(request.uri(), _ -> new AtomicInteger()).incrementAndGet();
        var asked = request.getHeader(BEHAVIOUR);
        var behaviour = (asked == null ? "echo" : asked).split(" ", 2);
        switch (behaviour[0]) {
            case "silent" -> {}
            case "break" -> request.connection().close();
            case "break-once" -> {
                if (attempt == 1) {
                    request.connection().close();
                } else {
                    echo(request, attempt);
                }
            }
            case "break-midway" ->
                    request.response()
                            .putHeader("Content-Length", "1000")
                            .write("the beginning")
                            .onComplete(_ -> request.connection().close());
            case "stall-midway" ->
                    request.response().setChunked(true).write("the beginning").onComplete(_ -> {});
            case "status" -> request.response().setStatusCode(Integer.parseInt(behaviour[1])).end();
            case "wrote" ->
                    request.response()
                            .setStatusCode(201)
                            .putHeader("Steward-Version", behaviour[1])
                            .end("{}");
            case "location" ->
                    request.response()
                            .setStatusCode(201)
                            .putHeader("Location", url() + "/api/v1/samples/things/1")
                            .end();
            case "json" ->
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .putHeader("ETag", "\"7-a\"")
                            .end(
                                    "\""
                                            + large(Integer.parseInt(behaviour[1]))
                                                    .replace("\n", " ")
                                            + "\"");
            case "large" ->
                    request.response()
                            .end(large(Integer.parseInt(behaviour[1])))
                            .onSuccess(_ ->
                                    sent.computeIfAbsent(request.uri(), _ -> new AtomicInteger())
                                            .incrementAndGet());
            case "location-of-host" ->
                    request.response()
                            .setStatusCode(201)
                            .putHeader(
                                    "Location",
                                    "http://"
                                            + request.getHeader("X-Forwarded-Host")
                                            + "/api/v1/samples/things/1")
                            .end();
            case "talkative" -> talkative(request);
            default -> echo(request, attempt);
        }
    }

    /// Numbered lines, so that a missing or repeated part is noticed.
    public static String large(int bytes) {
        var text = new StringBuilder(bytes + 11);
        for (var line = 0; text.length() < bytes; line++) {
            text.append("%010d\n".formatted(line));
        }
        return text.substring(0, bytes);
    }

    private static void talkative(HttpServerRequest request) {
        request.response()
                .putHeader("Connection", "X-Hop, close")
                .putHeader("X-Hop", "for the gateway only")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("Proxy-Authenticate", "Basic")
                .putHeader("Server", "stand-in/1.0")
                .putHeader("X-Powered-By", "stand-in")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("X-Request-Id", "of-the-service")
                .putHeader("ETag", "\"7-a\"")
                .end("{}");
    }

    private void echo(HttpServerRequest request, int attempt) {
        request.body()
                .onSuccess(body -> {
                    var headers = new JsonObject();
                    request.headers()
                            .forEach(header ->
                                    headers.put(
                                            header.getKey().toLowerCase(java.util.Locale.ROOT),
                                            header.getValue()));
                    var seen =
                            new JsonObject()
                                    .put("service", name)
                                    .put("method", request.method().name())
                                    .put("uri", request.uri())
                                    .put("attempt", attempt)
                                    .put("headers", headers)
                                    .put("bodyBytes", body.length());
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(seen.encode());
                });
    }
}
