package dev.steward.gateway.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends bytes that no HTTP client would send.
public class RawHttp {

    private RawHttp() {}

    /// @param lines of the head; `Host` and `Connection: close` are added
    public static String get(String target, String... lines) {
        return send(head("GET", target, lines) + "Connection: close\r\n\r\n");
    }

    public static String head(String method, String target, String... lines) {
        var head =
                new StringBuilder(
                        "%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, target));
        for (var line : lines) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    /// Sends a request and reads nothing of the response, with a small receive buffer.
    public static Socket open(String bytes) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(8 << 10);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Callers.port()));
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    /// @return everything received until the other side closed the connection
    public static String send(String bytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Callers.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
