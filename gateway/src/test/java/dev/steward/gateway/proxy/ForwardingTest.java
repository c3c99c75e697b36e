package dev.steward.gateway.proxy;

import static dev.steward.gateway.standin.Callers.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import dev.steward.gateway.standin.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which parts of a request reach the service, and which of its response reach the caller.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class ForwardingTest {

    private static final String THING = "/api/v1/samples/things/1";

    @Test
    void passesMethodTargetAndBodyOnUnchanged() {
        var target = THING + "?q=a%20b%2fc&sort=-score";
        someone()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"7\"")
                .body("{\"title\":null}")
                .patch(target)
                .then()
                .statusCode(200)
                .body("service", is("backlog"))
                .body("method", is("PATCH"))
                .body("uri", is(target))
                .body("headers.'if-match'", is("\"7\""))
                .body("headers.'content-type'", startsWith("application/merge-patch+json"))
                .body("headers.authorization", startsWith("Bearer "))
                .body("bodyBytes", is(14));
    }

    @Test
    void replacesWhatOnlyAGatewayMaySay() {
        someone()
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "forged.example")
                .header("X-Forwarded-User", "ada")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-Original-URL", "/admin")
                .header("X_Forwarded_For", "10.0.0.1")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Steward-Subject", "ada")
                .header("Steward-Version", "item:i@1")
                .cookie("session", "forged")
                .get(THING)
                .then()
                .statusCode(200)
                .body("headers.'x-forwarded-for'", is("127.0.0.1"))
                .body("headers.'x-forwarded-proto'", is("http"))
                .body("headers.'x-forwarded-host'", is("127.0.0.1:" + Callers.port()))
                .body("headers", not(hasKey("x-forwarded-user")))
                .body("headers", not(hasKey("forwarded")))
                .body("headers", not(hasKey("x-real-ip")))
                .body("headers", not(hasKey("x-original-url")))
                .body("headers", not(hasKey("x_forwarded_for")))
                .body("headers", not(hasKey("x-http-method-override")))
                .body("headers", not(hasKey("x-steward-subject")))
                .body("headers", not(hasKey("steward-version")))
                .body("headers", not(hasKey("cookie")));
    }

    @Test
    void endsTheConnectionsHeadersHere() {
        var answer =
                RawHttp.send(
                        RawHttp.head(
                                        "GET",
                                        THING,
                                        "Authorization: Bearer " + Callers.token("hopper"),
                                        "Connection: close",
                                        "Connection: X-Mine, X-Request-Id",
                                        "X-Mine: for the gateway only",
                                        "Keep-Alive: timeout=5",
                                        "TE: trailers",
                                        "Upgrade: h2c",
                                        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                                        "Proxy-Authorization: Basic eDp5",
                                        "Proxy-Connection: keep-alive")
                                + "\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"x-request-id\"")
                .doesNotContain("x-mine", "keep-alive", "\"te\"", "upgrade", "http2", "\"proxy-");
    }

    @Test
    void keepsTheServicesConnectionHeadersFromTheCaller() {
        someone()
                .header("Stand-In", "talkative")
                .get(THING)
                .then()
                .statusCode(200)
                .header("ETag", "\"7-a\"")
                .header("X-Hop", nullValue())
                .header("Keep-Alive", nullValue())
                .header("Proxy-Authenticate", nullValue())
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .header("Access-Control-Allow-Origin", nullValue())
                .header("X-Request-Id", not("of-the-service"));
    }

    @Test
    void namesLocationsAsCallersKnowThem() {
        someone()
                .header("Stand-In", "location")
                .post("/api/v1/samples/things")
                .then()
                .statusCode(201)
                .header("Location", THING);
    }

    @Test
    void tellsNoServiceWhatTheCallerSaidInHost() {
        someone()
                .header("Host", "attacker.example")
                .get(THING)
                .then()
                .statusCode(200)
                .body("headers.host", startsWith("127.0.0.1:"));
        someone()
                .header("Host", "attacker.example")
                .header("Stand-In", "location-of-host")
                .post("/api/v1/samples/things")
                .then()
                .statusCode(201)
                .header("Location", THING);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void announcesNoBodyWhereThereIsNone(int status) {
        var answer =
                RawHttp.get(
                        THING,
                        "Authorization: Bearer " + Callers.token("nobody-" + status),
                        "Stand-In: status " + status);
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("\r\n\r\n");
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        someone()
                .head(THING)
                .then()
                .statusCode(200)
                .header("Content-Length", not("0"))
                .header("Content-Type", startsWith("application/json"));
    }

    @Test
    void passesTheServicesProblemsOn() {
        someone().header("Stand-In", "status 404").get(THING).then().statusCode(404);
    }

    @Test
    void keepsAWellFormedRequestIdAndTrace() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        someone()
                .header("X-Request-Id", "import-2026.11_7")
                .header("traceparent", trace)
                .header("tracestate", "vendor=1")
                .get(THING)
                .then()
                .header("X-Request-Id", "import-2026.11_7")
                .body("headers.'x-request-id'", is("import-2026.11_7"))
                .body("headers.traceparent", is(trace))
                .body("headers.tracestate", is("vendor=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"has a space", "a\tb", "<script>", "é"})
    void makesANewRequestIdForAMalformedOne(String offered) {
        someone()
                .header("X-Request-Id", offered)
                .header("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                .header("tracestate", "vendor=1")
                .get(THING)
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}"))
                .body(
                        "headers.traceparent",
                        matchesPattern("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-00"))
                .body("headers", not(hasKey("tracestate")));
    }

    @Test
    void streamsABodyUpToTheLimit() {
        someone()
                .contentType("application/json")
                .body("x".repeat(1 << 20))
                .post("/api/v1/samples/things")
                .then()
                .statusCode(200)
                .body("bodyBytes", is(1 << 20));
    }

    @Test
    void refusesABodyThatAnnouncesToBeLarger() {
        someone()
                .contentType("application/json")
                .body("x".repeat((1 << 20) + 1))
                .post("/api/v1/samples/things")
                .then()
                .statusCode(413)
                .body("code", is("payload-too-large"));
    }

    @Test
    void breaksOffABodyThatTurnsOutToBeLarger() {
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var answer =
                RawHttp.send(
                        RawHttp.head(
                                        "POST",
                                        "/api/v1/samples/things",
                                        "Authorization: Bearer " + Callers.token("chunks"),
                                        "Connection: close",
                                        "Transfer-Encoding: chunked")
                                + "\r\n"
                                + chunk.repeat(17)
                                + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("payload-too-large");
    }

    @Test
    void letsABodyBeAsLargeAsTheDocumentSays() {
        file(3 << 20).then().statusCode(200).body("bodyBytes", is(3 << 20));
        file((3 << 20) + 1).then().statusCode(413).body("code", is("payload-too-large"));
    }

    private static Response file(int bytes) {
        return someone()
                .contentType("text/csv")
                .body(new byte[bytes])
                .post("/api/v1/samples/files");
    }

    @Test
    void asksForTheBodyItsCallerAnnounced() {
        var answer =
                RawHttp.send(
                        RawHttp.head(
                                        "POST",
                                        "/api/v1/samples/things",
                                        "Authorization: Bearer " + Callers.token("expectant"),
                                        "Connection: close",
                                        "Content-Length: 2",
                                        "Expect: 100-continue")
                                + "\r\n{}");
        assertThat(answer)
                .startsWith("HTTP/1.1 100")
                .contains("HTTP/1.1 200", "\"bodyBytes\":2")
                .doesNotContain("\"expect\"");
    }
}
