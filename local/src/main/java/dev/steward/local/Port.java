package dev.steward.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// A TCP port on loopback, with what it is for and the environment variable that moves it.
public record Port(String purpose, String variable, int number) {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int LOWEST_FREE = 20_000;
    private static final int LOWEST_OUTGOING = 32_768;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    /// Which process of a test run this is: of two side by side one has the odd ports.
    private static final int FORK = Integer.getInteger("steward.fork", 0);

    /// The port named by the environment variable, else the documented one.
    static Port fromEnvironment(String purpose, String variable, int documented) {
        var value = System.getenv(variable);
        return new Port(purpose, variable, value == null ? documented : parse(variable, value));
    }

    /// A port nobody uses now, for tests: there is no variable to change it. Below the range from
    /// which systems take the ports of outgoing connections: one of those would have it before the
    /// server that it is for.
    public static Port free(String purpose) {
        for (var tries = 0; tries < 1_000; tries++) {
            var number = ThreadLocalRandom.current().nextInt(LOWEST_FREE, LOWEST_OUTGOING);
            if (number % 2 == FORK % 2 && isFree(number) && HANDED_OUT.add(number)) {
                return new Port(purpose, "", number);
            }
        }
        throw new LocalFailure("There is no free port for " + purpose + ".");
    }

    private static boolean isFree(int number) {
        try (var _ = new ServerSocket(number, 1, loopback())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks before anything is started on it: PostgreSQL's launcher would take the stranger that
    /// answers for the server it has just started.
    public void requireFree() {
        if (answers()) {
            throw new PortTaken(this);
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), number));
        } catch (IOException e) {
            throw new PortTaken(this);
        }
    }

    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), number), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public String address() {
        return "127.0.0.1:" + number;
    }

    public static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    private static int parse(String variable, String value) {
        try {
            var number = Integer.parseInt(value.strip());
            if (number > 0 && number < 65_536) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new LocalFailure(variable + " is '" + value + "', which is not a port.", e);
        }
        throw new LocalFailure(variable + " is '" + value + "', which is not a port.");
    }
}
