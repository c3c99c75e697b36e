package dev.steward.system.attack;

import static dev.steward.system.attack.NormalCaller.SCALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Callers who send or read as slowly as they can.
class SlowCallersTest {

    private static final List<Person> ATTACKERS =
            List.of(Person.OTTO, Person.MAX, Person.SAM, Person.STELLA);
    private static final int MANY = 160 * SCALE;

    /// A body of so many bytes is announced and comes byte by byte.
    @Test
    void tricklingBodiesHoldUpNobodyElse() {
        NormalCaller.beside(() ->
                trickle(attacker ->
                        head("POST", "/api/v1/products", attacker)
                                + "Content-Type: application/json\r\n"
                                + "Content-Length: 1000\r\n\r\n"));
    }

    @Test
    void tricklingHeadsHoldUpNobodyElse() {
        NormalCaller.beside(
                () -> trickle(attacker -> head("GET", "/api/v1/products", attacker) + "X-Slow: "));
    }

    @Test
    void slowReadersHoldUpNobodyElse() {
        var product = productWithLongDescriptions();
        NormalCaller.beside(() -> {
            var path = "/api/v1/products/" + product + "/items?include=description&limit=500";
            var readers = open(attacker -> head("GET", path, Person.OLIVIA) + "\r\n");
            try {
                pause(3000);
            } finally {
                close(readers);
            }
        });
    }

    /// 10 KB/s, as on a train: above the slowest pace that is waited for.
    @Test
    void aSlowUploadArrives() throws IOException {
        var product = newProduct();
        var file = csv(Math.min(470_000, 40_000 * SCALE));
        var import_ =
                head("POST", "/api/v1/products/" + product + "/imports?system=jira", Person.OLIVIA)
                        + "Content-Type: text/csv\r\nConnection: close\r\n"
                        + "Content-Length: %d\r\n\r\n".formatted(file.length());
        try (var socket = open(import_)) {
            for (var sent = 0; sent < file.length(); sent += 2500) {
                var part = file.substring(sent, Math.min(file.length(), sent + 2500));
                write(socket, part);
                pause(250);
            }
            var answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 202");
        }
    }

    private interface Beginning {
        String of(Person attacker);
    }

    private static void trickle(Beginning beginning) {
        var sockets = open(beginning);
        try {
            for (var round = 0; round < 8; round++) {
                pause(400);
                sockets.forEach(socket -> write(socket, "1"));
            }
            assertThat(sockets)
                    .extracting(SlowCallersTest::statusSoFar)
                    .doesNotContain("502", "503");
        } finally {
            close(sockets);
        }
    }

    private static List<Socket> open(Beginning beginning) {
        var sockets = new ArrayList<Socket>();
        for (var one = 0; one < MANY; one++) {
            sockets.add(open(beginning.of(ATTACKERS.get(one % ATTACKERS.size()))));
        }
        return sockets;
    }

    private static Socket open(String bytes) {
        try {
            var gateway = RunningSystem.get().gateway().url();
            var socket = new Socket();
            socket.setReceiveBufferSize(8 << 10);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            write(socket, bytes);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(String method, String target, Person person) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                .formatted(method, target, Api.token(person));
    }

    /// Who was refused finds the connection closed.
    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException _) {
            close(List.of(socket));
        }
    }

    private static String statusSoFar(Socket socket) {
        try {
            var input = socket.getInputStream();
            return input.available() < 12
                    ? "none"
                    : new String(input.readNBytes(12), StandardCharsets.UTF_8).substring(9);
        } catch (IOException _) {
            return "closed";
        }
    }

    private static void close(List<Socket> sockets) {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is gone, which is all that was wanted.
            }
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    private static String newProduct() {
        var key = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Api.post(Person.OLIVIA, "/products", Map.of("key", key, "name", "Slow"))
                .then()
                .statusCode(201);
        return key;
    }

    private static String productWithLongDescriptions() {
        var product = newProduct();
        for (var item = 0; item < 20; item++) {
            var body = new HashMap<String, Object>();
            body.put("type", "STORY");
            body.put("title", "Long " + item);
            body.put("description", "x".repeat(20_000));
            Api.post(Person.OLIVIA, "/products/" + product + "/items", body).then().statusCode(201);
        }
        return product;
    }

    private static String csv(int bytes) {
        var text = new StringBuilder("Issue key,Summary\n");
        for (var row = 1; text.length() < bytes; row++) {
            text.append("OLD-%d,An item that comes slowly\n".formatted(row));
        }
        return text.toString();
    }
}
