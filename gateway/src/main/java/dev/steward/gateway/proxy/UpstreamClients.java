package dev.steward.gateway.proxy;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One HTTP client per event loop: request, connection and response stay on one thread, and threads
/// do not compete for connections.
@Singleton
class UpstreamClients {

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

    UpstreamClients(Vertx vertx, Upstream upstream) {
        this.vertx = vertx;
        options =
                new HttpClientOptions()
                        .setMaxPoolSize(upstream.connections())
                        .setMaxWaitQueueSize(upstream.waiting())
                        .setConnectTimeout((int) upstream.connectTimeout().toMillis())
                        .setKeepAliveTimeout((int) upstream.keepAlive().toSeconds())
                        // No read timeout here: it would run while a large body is still being
                        // sent. The request's own timeout ends with the head of the answer, and
                        // ResponseBody breaks off one that stalls midway.
                        .setMaxHeaderSize(32 << 10);
    }

    HttpClient ofThisEventLoop() {
        var loop = ContextInternal.current().nettyEventLoop();
        return clients.computeIfAbsent(loop, _ -> vertx.createHttpClient(options));
    }
}
