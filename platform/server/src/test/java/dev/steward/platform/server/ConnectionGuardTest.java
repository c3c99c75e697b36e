package dev.steward.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionGuardTest {

    private static final String HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    private static final int LARGE = 16 << 20;

    private final List<Socket> sockets = new ArrayList<>();
    private Vertx vertx = Vertx.vertx();
    private int port;

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void closesWhatIsMoreThanTheShareOfAnAddress() throws IOException {
        serve(limits(100, 3, List.of()));
        for (var connection = 0; connection < 3; connection++) {
            assertThat(answer(open())).startsWith("HTTP/1.1 200");
        }

        assertThat(isClosedAtOnce(open())).isTrue();
    }

    @Test
    void givesTheShareBackWhenAConnectionIsClosed() throws IOException {
        serve(limits(100, 1, List.of()));
        var first = open();
        assertThat(answer(first)).startsWith("HTTP/1.1 200");
        first.close();

        var answered = false;
        for (var attempt = 0; attempt < 10_000 && !answered; attempt++) {
            answered = !isClosedAtOnce(open());
        }
        assertThat(answered).isTrue();
    }

    @Test
    void givesATrustedProxyAllThereIsAndNobodyMore() throws IOException {
        serve(limits(5, 1, List.of("127.0.0.0/8")));
        for (var connection = 0; connection < 5; connection++) {
            assertThat(answer(open())).startsWith("HTTP/1.1 200");
        }

        assertThat(isClosedAtOnce(open())).isTrue();
    }

    @Test
    void closesWhoeverSendsAHeadByteByByte() throws IOException {
        serve(impatient(100));
        var socket = open();

        assertThat(endsWhileSending(socket, HEAD + "X-Slow: ")).isTrue();
    }

    @Test
    void closesWhoeverSendsTheNextHeadByteByByte() throws IOException {
        serve(impatient(100));
        var socket = open();
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");

        assertThat(endsWhileSending(socket, HEAD + "X-Slow: ")).isTrue();
    }

    @Test
    void waitsForAnAnswerAsLongAsItTakes() throws IOException {
        serve(
                impatient(100),
                request -> vertx.setTimer(1_500, _ -> request.response().end("late")));

        assertThat(answer(open())).startsWith("HTTP/1.1 200");
    }

    @Test
    void closesWhoeverDoesNotReadTheAnswer() throws IOException {
        var over = new CompletableFuture<Boolean>();
        serve(
                impatient(64 << 20),
                request ->
                        request.response()
                                .end(Buffer.buffer(new byte[LARGE]))
                                .onComplete(sent -> over.complete(sent.succeeded())));
        var socket = open();
        send(socket, HEAD + "\r\n");

        assertThat(over.join()).isFalse();
    }

    @Test
    void letsWhoeverReadsSteadilyComeToTheEnd() throws IOException {
        serve(
                impatient(1 << 20),
                request -> request.response().end(Buffer.buffer(new byte[LARGE])));
        var socket = open();
        send(socket, HEAD + "Connection: close\r\n\r\n");
        var read = 0;
        var block = new byte[64 << 10];
        for (var length = 0; length >= 0; length = socket.getInputStream().read(block)) {
            read += length;
        }

        assertThat(read).isGreaterThan(LARGE);
    }

    /// Writes all of its body before it reads: cut off, it would never see the answer.
    @Test
    void throwsTheRestOfABodyAwayWhoseRequestIsAnswered() throws IOException {
        serve(limits(100, 100, List.of()), answeringUnread());
        var socket = open();
        send(socket, HEAD + "Content-Length: " + LARGE + "\r\n\r\n");
        socket.getOutputStream().write(new byte[LARGE]);

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("connection: close");
    }

    @Test
    void throwsAwayOnlySoMuch() throws IOException {
        serve(limits(100, 100, List.of()), answeringUnread());
        var socket = open();
        send(socket, HEAD + "Content-Length: " + Long.MAX_VALUE / 2 + "\r\n\r\n");
        var sent = 0;
        try {
            for (; sent < 100; sent++) {
                socket.getOutputStream().write(new byte[1 << 20]);
            }
        } catch (SocketException closed) {
            // As it should be.
        }

        assertThat(sent).isBetween(16, 99);
    }

    @Test
    void throwsAwayOnlySoLong() throws IOException {
        serve(impatient(1), answeringUnread());
        var socket = open();
        send(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\nffffff\r\n");

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void keepsTheConnectionWhereLittleOfABodyIsLeft() throws IOException {
        serve(
                limits(100, 100, List.of()),
                request -> {
                    answeringUnread().handle(request);
                    request.resume();
                });
        var socket = open();
        send(socket, HEAD + "Content-Length: 60000\r\n\r\n");
        var block = new byte[4096];
        var length = socket.getInputStream().read(block);
        socket.getOutputStream().write(new byte[60_000]);

        assertThat(new String(block, 0, length, StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase("connection: close");
        assertThat(answer(socket)).startsWith("HTTP/1.1 413");
    }

    /// As an application does that never looks at the body.
    private static Handler<HttpServerRequest> answeringUnread() {
        return request -> {
            request.pause();
            request.response().setStatusCode(413).end("too large");
        };
    }

    private static ConnectionLimits limits(int inAll, int perAddress, List<String> trusted) {
        return new ConnectionLimits(
                inAll, perAddress, Networks.of(trusted), Duration.ofSeconds(30), 1);
    }

    private static ConnectionLimits impatient(long slowest) {
        return new ConnectionLimits(
                100, 100, Networks.of(List.of()), Duration.ofMillis(500), slowest);
    }

    private void serve(ConnectionLimits limits) {
        serve(limits, request -> request.response().end("here"));
    }

    private void serve(ConnectionLimits limits, Handler<HttpServerRequest> application) {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        vertx =
                new VertxBuilder()
                        .findTransport(GuardedServers.transport(() -> limits))
                        .serviceProviders(List.of())
                        .init()
                        .vertx();
        port =
                vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                        .requestHandler(application)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    private Socket open() throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(8 << 10);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String answer(Socket socket) throws IOException {
        send(socket, HEAD + "\r\n");
        var block = new byte[4096];
        var length = socket.getInputStream().read(block);
        return new String(block, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
    }

    private static boolean isClosedAtOnce(Socket socket) {
        try {
            return answer(socket).isEmpty();
        } catch (IOException closed) {
            return true;
        }
    }

    /// A byte in each tenth of a second: the connection is never idle.
    private static boolean endsWhileSending(Socket socket, String head) throws IOException {
        send(socket, head);
        socket.setSoTimeout(100);
        for (var byteOfTheHead = 0; byteOfTheHead < 600; byteOfTheHead++) {
            try {
                send(socket, "x");
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException _) {
                // Still open.
            } catch (SocketException closed) {
                return true;
            }
        }
        return false;
    }
}
