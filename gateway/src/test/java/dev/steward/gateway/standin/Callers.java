package dev.steward.gateway.standin;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/// Callers in tests.
public class Callers {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Callers() {}

    public static String token(String subject) {
        return get(issuer() + "/token?sub=" + subject);
    }

    /// @param flaw expired, forged, unsigned, issuer or audience
    public static String flawedToken(String flaw) {
        return get(issuer() + "/token?sub=olivia&flaw=" + flaw);
    }

    /// A new caller, with a full quota and no writes to wait for.
    public static RequestSpecification someone() {
        return named(UUID.randomUUID().toString());
    }

    public static RequestSpecification named(String subject) {
        return nobody().header("Authorization", "Bearer " + token(subject));
    }

    public static RequestSpecification nobody() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }

    /// How many requests for this target a service has seen.
    public static int seen(String service, String uri) {
        var url = config("steward.upstream.services.%s.url".formatted(service));
        return Integer.parseInt(get(url + "/seen?uri=" + uri));
    }

    /// How many responses for this target a service has sent completely.
    public static int sent(String service, String uri) {
        var url = config("steward.upstream.services.%s.url".formatted(service));
        return Integer.parseInt(get(url + "/sent?uri=" + uri));
    }

    public static int port() {
        return RestAssured.port;
    }

    private static String issuer() {
        return config("quarkus.oidc.auth-server-url");
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String get(String url) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
