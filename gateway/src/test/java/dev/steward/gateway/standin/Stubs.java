package dev.steward.gateway.standin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/// Starts three services and an issuer, and configures a fourth service that is not running.
public class Stubs implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        for (var name : new String[] {"backlog", "sprint", "feedback"}) {
            config.put(
                    "steward.upstream.services.%s.url".formatted(name),
                    StubService.start(name, vertx).url());
        }
        config.put("steward.upstream.services.absent.url", "http://127.0.0.1:" + portOfNobody());
        config.put("quarkus.oidc.auth-server-url", StubIssuer.start(vertx).url());
        return config;
    }

    private static int portOfNobody() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
