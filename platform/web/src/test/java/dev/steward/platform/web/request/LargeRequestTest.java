package dev.steward.platform.web.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.platform.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LargeRequestTest {

    private static final int LARGE = 900_000;

    /// What a request of that length is counted for, in KiB.
    private static final int ONE = 128 + LARGE * 10 / 1024;

    private static final int WHOLE =
            RequestAdmission.budget(Runtime.getRuntime().maxMemory()).free();

    @Inject RequestAdmission underWay;
    @Inject MeterRegistry metrics;

    @Test
    void whatIsHeldAndRefusedIsMeasured() throws IOException {
        await().atMost(Duration.ofMinutes(2)).until(underWay::free, equalTo(WHOLE));
        var refused = metrics.counter("steward.requests.budget.refused", "share", "caller");
        var before = refused.count();
        var sockets = new ArrayList<Socket>();
        try {
            for (var i = 0; i < RequestBudget.LARGE_AT_ONCE; i++) {
                sockets.add(connect());
                send(sockets.getLast(), head("/probes", LARGE) + "{");
            }
            var held = 1024.0 * ONE * sockets.size();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> gauge("steward.requests.budget.used") == held);
            post("/probes", "{\"name\":\"" + "a".repeat(LARGE) + "\"}").then().statusCode(429);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        assertThat(refused.count()).isGreaterThan(before);
        assertThat(gauge("steward.requests.budget")).isEqualTo(1024.0 * WHOLE);
        await().atMost(Duration.ofMinutes(2)).until(underWay::free, equalTo(WHOLE));
        assertThat(gauge("steward.requests.budget.used")).isZero();
        assertThat(gauge("steward.requests.budget.callers")).isZero();
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    @Test
    void whatACallerLeavesBehindIsFree() throws IOException {
        post("/probes/1/guarded", "").then().statusCode(200);
        await().atMost(Duration.ofMinutes(2)).until(underWay::free, equalTo(WHOLE));
        for (var i = 0; i < 20; i++) {
            try (var socket = connect()) {
                send(socket, head(i % 2 == 0 ? "/probes" : "/probes/1/hidden", LARGE) + "{");
            }
        }
        await().atMost(Duration.ofMinutes(2)).until(underWay::free, equalTo(WHOLE));
    }

    @Test
    void theBodyOfSomebodyWhoMayNotIsNotRead() {
        post("/probes/1/hidden", "{ this is no JSON")
                .then()
                .statusCode(404)
                .body("code", equalTo("probe-not-found"));
    }

    @Test
    void aRefusalDoesNotWaitForTheBody() throws IOException {
        try (var socket = connect()) {
            send(socket, head("/probes/1/hidden", LARGE));

            assertThat(statusLine(reader(socket))).contains(" 404 ");
        }
    }

    @Test
    void aConnectionGoesOnBehindABodyThatNobodyRead() throws Exception {
        var body = "x".repeat(LARGE);
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var round = 0; round < 20; round++) {
                var answer =
                        client.send(
                                HttpRequest.newBuilder(uri("/probes/1/hidden"))
                                        .header("Authorization", "Bearer " + Tokens.of("olivia"))
                                        .header("Content-Type", "application/json")
                                        .timeout(Duration.ofMinutes(1))
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void toReadBeforeTheRightsIsAMistakeOfTheResource() {
        post("/probes/1/unasked", "{\"name\":\"a\"}").then().statusCode(500);
    }

    @Test
    void aBodyIsReadOnceTheRightsAreKnown() {
        post("/probes/1/guarded", "{\"name\":\"a\"}").then().body("name", equalTo("a"));
        post("/probes/1/guarded", "").then().body("name", equalTo("none"));
    }

    @Test
    void anOperationTakesWhatTheDocumentSays() {
        var over = "{\"name\":\"a\",\"tags\":[\"" + "x".repeat(60) + "\"]}";
        post("/probes/1/guarded", over)
                .then()
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
    }

    @Test
    void aChunkedBodyIsCutOffWhereItPassesTheLimit() throws IOException {
        try (var socket = connect()) {
            send(
                    socket,
                    head("/probes", -1)
                            + "10\r\n{\"name\":\"a\",    \r\n"
                            + ("10000\r\n" + " ".repeat(0x10000) + "\r\n").repeat(17));

            assertThat(statusLine(reader(socket))).contains(" 413 ");
        }
    }

    @Test
    void aBodyOfMoreTokensThanAnyNeedsIsRefused() {
        post("/probes", "{\"tags\":[" + "[],".repeat(110_000) + "[]]}")
                .then()
                .statusCode(400)
                .body("code", equalTo("unreadable-request"));
    }

    /// A tree is made of whatever comes, so it ends sooner.
    @Test
    void aPatchHasFewerTokens() {
        patch("{\"name\":\"a\",\"tags\":[" + "[],".repeat(5_000) + "[]]}")
                .then()
                .statusCode(400)
                .body("code", equalTo("unreadable-request"))
                .body("errors[0].message", containsString("10,000"));
    }

    private static Response patch(String body) {
        return given().auth()
                .oauth2(Tokens.of("olivia"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/probes/1");
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2(Tokens.of("olivia"))
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static Socket connect() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String head(String path, int length) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + Tokens.of("olivia")
                + (length < 0
                        ? "\r\nTransfer-Encoding: chunked\r\n\r\n"
                        : "\r\nContent-Length: " + length + "\r\n\r\n");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static String statusLine(BufferedReader answer) {
        try {
            return String.valueOf(answer.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
