package dev.steward.gateway.body;

import static dev.steward.gateway.standin.Callers.someone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import dev.steward.gateway.standin.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Callers who send or read slowly do not hold up others.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class SlowCallersTest {

    private static final String THINGS = "/api/v1/samples/things";

    @Test
    void asksNoServiceForABodyThatNeverComes() {
        var thing = THINGS + "/" + UUID.randomUUID();
        var answer = RawHttp.send(head("PATCH", thing, "trickler", "Content-Length: 100") + "{");
        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains("request-timeout")
                .containsIgnoringCase("connection: close");
        assertThat(Callers.seen("backlog", thing)).isZero();
    }

    @Test
    void endsALargeBodyThatStops() {
        var answer =
                RawHttp.send(
                        head("POST", "/api/v1/samples/files", "stops", "Content-Length: 300000")
                                + "x".repeat(200_000)
                                + "x");
        // 200,000 bytes are enough for a while; what is missing is waited for, but not for ever.
        assertThat(answer).startsWith("HTTP/1.1 408");
    }

    @Test
    void refusesTheNextOfTooManyBodiesThatAreStillArriving() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (var body = 0; body < 10; body++) {
                slow.add(RawHttp.open(head("POST", THINGS, "many", "Content-Length: 100") + "{"));
            }
            // The others came on connections of their own: the gateway may see them a little later.
            var refused = "";
            for (var attempt = 0; attempt < 20 && !refused.contains(" 429 "); attempt++) {
                refused = RawHttp.send(head("POST", THINGS, "many", "Content-Length: 2") + "{}");
            }
            assertThat(refused)
                    .startsWith("HTTP/1.1 429")
                    .contains("too-many-at-once")
                    .containsIgnoringCase("retry-after: 1");
            someone().body("{}").post(THINGS).then().statusCode(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void refusesTheNextOfTooManyRequestsUnderWay() throws IOException {
        var waiting = new ArrayList<Socket>();
        var thing = THINGS + "/" + UUID.randomUUID();
        try {
            for (var request = 0; request < 20; request++) {
                waiting.add(RawHttp.open(head("GET", thing, "hoarder", "Stand-In: silent")));
            }
            while (Callers.seen("backlog", thing) < 20) {
                Thread.onSpinWait();
            }
            assertThat(RawHttp.send(head("GET", THINGS + "/1", "hoarder")))
                    .startsWith("HTTP/1.1 429")
                    .contains("too-many-at-once");
            someone().get(THINGS + "/1").then().statusCode(200);
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void givesBackWhatWasTaken() {
        for (var request = 0; request < 25; request++) {
            assertThat(RawHttp.send(head("POST", THINGS, "steady", "Content-Length: 2") + "{}"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    /// While the service is silent, while it stalls midway, while the body is still arriving.
    @ParameterizedTest
    @ValueSource(strings = {"Stand-In: silent", "Stand-In: stall-midway", "Content-Length: 9"})
    void givesBackWhatWasTakenByWhoeverLeaves(String how) throws IOException {
        var caller = UUID.randomUUID().toString();
        var thing = THINGS + "/" + UUID.randomUUID();
        var method = how.startsWith("Stand-In") ? "GET" : "PATCH";
        var looks = method.equals("GET") ? 200 : 0;
        for (var request = 1; request <= 25; request++) {
            try (var _ = RawHttp.open(head(method, thing, caller, how))) {
                for (var look = 0;
                        look < looks && Callers.seen("backlog", thing) < request;
                        look++) {
                    Thread.onSpinWait();
                }
            }
        }
        var answer = "";
        for (var attempt = 0; attempt < 20 && !answer.startsWith("HTTP/1.1 200"); attempt++) {
            answer = RawHttp.send(head("GET", thing, caller));
        }
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void passesAChunkedBodyOnWithItsLength() {
        var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        var answer =
                RawHttp.send(
                        head("POST", THINGS, "chunks", "Transfer-Encoding: chunked")
                                + chunk.repeat(9)
                                + "0\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"bodyBytes\":" + 9 * 0x8000)
                .contains("\"content-length\":\"" + 9 * 0x8000 + "\"");
    }

    @Test
    void letsTheServiceGoBeforeASlowReaderIsDone() throws IOException {
        var thing = THINGS + "/" + UUID.randomUUID();
        try (var reader = RawHttp.open(head("GET", thing, "reader", "Stand-In: large 8000000"))) {
            while (Callers.sent("backlog", thing) == 0) {
                Thread.onSpinWait();
            }
            var answer =
                    new String(reader.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("0000000000\n");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                    .isEqualTo(StubService.large(8_000_000));
        }
    }

    /// A byte in each tenth of a second: the connection is never idle.
    @Test
    void cutsOffAHeadThatComesByteByByte() throws IOException {
        try (var slow =
                RawHttp.open("GET " + THINGS + "/1 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")) {
            slow.setSoTimeout(100);
            assertThat(isClosedWhileSending(slow)).isTrue();
        }
    }

    private static boolean isClosedWhileSending(Socket slow) throws IOException {
        for (var sent = 0; sent < 600; sent++) {
            try {
                slow.getOutputStream().write('x');
                return slow.getInputStream().read() < 0;
            } catch (SocketTimeoutException _) {
                // Still open.
            } catch (SocketException closed) {
                return true;
            }
        }
        return false;
    }

    @Test
    void closesWhatIsMoreThanTheConnectionsOfAnAddress() throws IOException {
        var open = new ArrayList<Socket>();
        var refused = 0;
        try {
            for (var connection = 0; connection < 201; connection++) {
                open.add(RawHttp.open(""));
            }
            for (var socket : open) {
                refused += isOpen(socket) ? 0 : 1;
            }
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
        // Others of this address may be connected too.
        assertThat(refused).isBetween(1, 100);
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.getOutputStream().write("GET /docs HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
            return socket.getInputStream().read() >= 0;
        } catch (IOException closed) {
            return false;
        }
    }

    /// Callers who read a response slowly or not at all, and keep their connection.
    @Test
    void givesBackWhatWasTakenByWhoeverDoesNotRead() throws IOException {
        var readers = new ArrayList<Socket>();
        try {
            var caller = UUID.randomUUID().toString();
            for (var reader = 0; reader < 20; reader++) {
                readers.add(
                        RawHttp.open(
                                head("GET", THINGS + "/1", caller, "Stand-In: large 8000000")));
            }
            var answer = "";
            var giveUp = Instant.now().plusSeconds(60);
            while (!answer.startsWith("HTTP/1.1 200") && Instant.now().isBefore(giveUp)) {
                answer = RawHttp.send(head("GET", THINGS + "/1", caller));
            }
            assertThat(answer).startsWith("HTTP/1.1 200");
        } finally {
            for (var socket : readers) {
                socket.close();
            }
        }
    }

    private static String head(String method, String target, String caller, String... lines) {
        var all = new ArrayList<>(List.of(lines));
        all.add("Authorization: Bearer " + Callers.token(caller));
        all.add("Connection: close");
        return RawHttp.head(method, target, all.toArray(String[]::new)) + "\r\n";
    }
}
