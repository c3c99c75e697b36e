package dev.steward.platform.server;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import java.util.function.Supplier;

/// Puts a guard at the door of every server of the process. Found by Vert.x and Quarkus as a
/// service: neither has a hook for connections on which no request has arrived yet.
public final class GuardedServers implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() == JDKTransport.INSTANCE) {
            builder.findTransport(transport(ConnectionLimits::configured));
        }
    }

    static Transport transport(Supplier<ConnectionLimits> limits) {
        return new JDKTransport() {
            @Override
            public void configure(
                    NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
                super.configure(options, domainSocket, server);
                server.handler(new ConnectionGuard(limits.get()));
            }
        };
    }
}
