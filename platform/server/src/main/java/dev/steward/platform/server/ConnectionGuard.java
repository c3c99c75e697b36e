package dev.steward.platform.server;

import io.micrometer.core.instrument.Metrics;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands where a server accepts connections: closes at once what is too many, in all or from one
/// address, and has the others watched.
class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private final ConnectionLimits limits;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<ByteBuffer, Integer> byAddress = new ConcurrentHashMap<>();

    ConnectionGuard(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext server, Object accepted) {
        var connection = (Channel) accepted;
        if (enter(connection)) {
            connection
                    .pipeline()
                    .addFirst(new SlowConnectionHandler(limits), new UnreadBodyHandler(limits));
            server.fireChannelRead(accepted);
        } else {
            connection.unsafe().closeForcibly();
        }
    }

    private boolean enter(Channel connection) {
        if (open.incrementAndGet() > limits.inAll()) {
            open.decrementAndGet();
            count("total");
            return false;
        }
        if (connection.remoteAddress() instanceof InetSocketAddress peer
                && !limits.trusted().contain(peer.getAddress())) {
            return enter(connection, neighbourhood(peer.getAddress()));
        }
        connection.closeFuture().addListener(_ -> open.decrementAndGet());
        return true;
    }

    private boolean enter(Channel connection, ByteBuffer address) {
        if (byAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
            leave(address);
            count("address");
            return false;
        }
        connection.closeFuture().addListener(_ -> leave(address));
        return true;
    }

    private void leave(ByteBuffer address) {
        byAddress.computeIfPresent(address, (_, had) -> had == 1 ? null : had - 1);
        open.decrementAndGet();
    }

    /// Whoever has one address of IPv6 has all of its network of 64 bits.
    private static ByteBuffer neighbourhood(InetAddress address) {
        var bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
    }

    /// Counts a connection that was closed, and why: total, address, head or reader.
    static void count(String reason) {
        Metrics.counter("steward.connections.cut", "reason", reason).increment();
    }
}
