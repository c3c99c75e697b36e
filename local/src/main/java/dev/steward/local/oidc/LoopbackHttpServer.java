package dev.steward.local.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.steward.local.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Serves the issuer with the JDK's own HTTP server, which has given its port back when it has
/// stopped; the two that come with the issuer need JUnit 4, or stop in the background.
///
/// Every request is shown to the issuer as if it came to the one canonical address. The issuer
/// names itself after the address it was called by, so a browser that said `localhost` would
/// otherwise get tokens from an issuer that the services do not know.
final class LoopbackHttpServer implements OAuth2HttpServer {

    private @Nullable HttpServer server;
    private @Nullable HttpUrl base;

    @Override
    public OAuth2HttpServer start(
            Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(0, handler);
    }

    @Override
    public OAuth2HttpServer start(
            int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(Port.loopback(), port, handler);
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address,
            int port,
            Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        try {
            var started = HttpServer.create(new InetSocketAddress(address, port), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", exchange -> answer(exchange, handler));
            started.start();
            server = started;
            base =
                    new HttpUrl.Builder()
                            .scheme("http")
                            .host(address.getHostAddress())
                            .port(started.getAddress().getPort())
                            .build();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OAuth2HttpServer stop() {
        if (server != null) {
            server.stop(0);
        }
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return base().port();
    }

    @Override
    public HttpUrl url(String path) {
        return resolve(path);
    }

    @Override
    public @Nullable Ssl sslConfig() {
        return null;
    }

    private void answer(
            HttpExchange exchange, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler)
            throws IOException {
        try (exchange) {
            var response = handler.invoke(request(exchange));
            var body = body(response);
            response.getHeaders()
                    .forEach(header ->
                            exchange.getResponseHeaders()
                                    .add(header.getFirst(), header.getSecond()));
            // -1 says that there is no body; 0 would say that its length is unknown.
            exchange.sendResponseHeaders(response.getStatus(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private OAuth2HttpRequest request(HttpExchange exchange) throws IOException {
        var headers = new Headers.Builder();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> headers.addUnsafeNonAscii(name, value)));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new OAuth2HttpRequest(
                headers.set("Host", base().host() + ":" + base().port()).build(),
                exchange.getRequestMethod(),
                resolve(pathAndQuery(exchange.getRequestURI())),
                body);
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static byte[] body(OAuth2HttpResponse response) {
        if (response.getBody() != null) {
            return response.getBody().getBytes(StandardCharsets.UTF_8);
        }
        return response.getBytesBody() == null ? new byte[0] : response.getBytesBody();
    }

    private HttpUrl resolve(String path) {
        var resolved = base().resolve(path);
        if (resolved == null) {
            throw new IllegalArgumentException("Not a path: " + path);
        }
        return resolved;
    }

    private HttpUrl base() {
        if (base == null) {
            throw new IllegalStateException("The issuer has not been started.");
        }
        return base;
    }
}
