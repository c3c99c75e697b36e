package dev.steward.local.run;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.steward.local.LocalFailure;
import dev.steward.local.oidc.Person;
import dev.steward.local.oidc.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Talks to the API as a person. An answer that only says "not visible here yet" or "not now" is
/// asked for again.
final class GatewayClient {

    /// What came back. The body is empty when there was none.
    record Answer(int status, Map<String, Object> body) {

        String text(String field) {
            return String.valueOf(body.get(field));
        }

        boolean accepted() {
            return status >= 200 && status < 300;
        }

        private boolean worthAnotherTry() {
            return status == 503 || status == 429 || "not-yet-visible".equals(body.get("code"));
        }
    }

    private static final int TRIES = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final TokenMint mint;

    /// `api` is the base of all paths, without a slash at its end.
    GatewayClient(String api, TokenMint mint) {
        this.api = api;
        this.mint = mint;
    }

    Answer post(Person caller, String path, Map<String, ?> body) {
        return send(caller, path, request -> json(request, "POST", "application/json", body));
    }

    /// For actions, which have no body.
    Answer post(Person caller, String path) {
        return send(caller, path, request -> request.POST(HttpRequest.BodyPublishers.noBody()));
    }

    Answer put(Person caller, String path, Map<String, ?> body) {
        return send(caller, path, request -> json(request, "PUT", "application/json", body));
    }

    /// Whatever the current version is.
    Answer patch(Person caller, String path, Map<String, ?> body) {
        return send(
                caller,
                path,
                request ->
                        json(request, "PATCH", "application/merge-patch+json", body)
                                .header("If-Match", "*"));
    }

    private interface Content {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer send(Person caller, String path, Content content) {
        var request =
                content.of(
                                HttpRequest.newBuilder(URI.create(api + path))
                                        .timeout(TIMEOUT)
                                        .header("Authorization", "Bearer " + mint.token(caller)))
                        .build();
        try {
            var answer = once(request);
            for (var more = TRIES; more > 0 && answer.worthAnotherTry(); more--) {
                TimeUnit.SECONDS.sleep(1);
                answer = once(request);
            }
            return answer;
        } catch (IOException e) {
            throw new LocalFailure("The gateway does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), parse(response.body()));
    }

    private static HttpRequest.Builder json(
            HttpRequest.Builder request, String method, String type, Map<String, ?> body) {
        return request.header("Content-Type", type)
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(JSONObjectUtils.toJSONString(body)));
    }

    private static Map<String, Object> parse(String body) {
        try {
            return body.isBlank() ? Map.of() : JSONObjectUtils.parse(body);
        } catch (ParseException e) {
            return Map.of("detail", body);
        }
    }
}
