package dev.steward.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import dev.steward.gateway.standin.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that no HTTP client sends: what servers interpret differently must not reach a service.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class HostileBytesTest {

    private static final String THING = "/api/v1/samples/things/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/samples/open;/../things",
                "/api/v1/samples/open;jsessionid=1",
                "//api/v1/samples/open",
                "/api/v1//samples/open",
                "/api/v1/../v1/samples/open",
                "/api/v1/./samples/open",
                "/api/v1/samples/%2e%2e/samples/open",
                "/api/v1/samples%2fopen",
                "/api/v1/samples%2Fopen",
                "/api/v1/samples%5copen",
                "/api/v1/samples/open%3b",
                "/api/v1/samples/open%3Bx",
                "/api/v1/samples/open%00",
                "/api/v1/samples/open%0d%0aX: y",
                "http://elsewhere/api/v1/samples/open",
                "/docs/../api/v1/samples/open",
                "/docs/%2e%2e/openapi.json"
            })
    void refusesHostilePaths(String target) {
        assertThat(RawHttp.get(target.replace(" ", "%20")))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "hostile-path", "X-Request-Id");
    }

    /// The framework refuses these itself, without a problem document.
    @Test
    void refusesABackslash() {
        assertThat(RawHttp.get("/api/v1\\samples/open")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 4",
                "Content-Length: 3, 4",
                "Content-Length: +3",
                "Content-Length: -3",
                "Content-Length: 0x3",
                "Content-Length: 3 4",
                "Content-Length : 3",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Content-Length: 3\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Expect: 200-ok"
            })
    void refusesAmbiguousFraming(String framing) {
        var uri = THING + UUID.randomUUID();
        var answer =
                RawHttp.send(
                        RawHttp.head(
                                        "PATCH",
                                        uri,
                                        "Authorization: Bearer " + Callers.token("smuggler"),
                                        "Connection: close",
                                        framing)
                                + "\r\n3\r\nabc\r\n0\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4(00|17).*");
        assertThat(Callers.seen("backlog", uri)).isZero();
    }

    @Test
    void doesNotLetASecondRequestHideInABody() {
        var hidden = THING + UUID.randomUUID();
        var inner = "GET " + hidden + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var answer =
                RawHttp.send(
                        RawHttp.head(
                                        "PATCH",
                                        THING + UUID.randomUUID(),
                                        "Authorization: Bearer " + Callers.token("smuggler"),
                                        "Connection: close",
                                        "Content-Length: " + inner.length())
                                + "\r\n"
                                + inner);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"bodyBytes\":" + inner.length());
        assertThat(Callers.seen("backlog", hidden)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer x\r\nAuthorization: Bearer y",
                "Host: other",
                "X-Ok: 1\r\n X-Folded: 1\r\nHost: other",
                "X-Bad: a\0b",
                "X Bad: 1",
                " X-Folded: 1"
            })
    void refusesAnAmbiguousHead(String lines) {
        assertThat(RawHttp.get("/api/v1/samples/open", lines)).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesAHeadThatIsTooLong() {
        assertThat(RawHttp.get("/api/v1/samples/open", "X-Long: " + "a".repeat(20_000)))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "headers-too-large");
        assertThat(RawHttp.get("/api/v1/samples/open?q=" + "a".repeat(9_000)))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "uri-too-long", "8192");
        assertThat(RawHttp.get("/api/v1/samples/open?q=" + "a".repeat(90_000)))
                .matches("(?s)HTTP/1.[01] 414.*");
    }
}
