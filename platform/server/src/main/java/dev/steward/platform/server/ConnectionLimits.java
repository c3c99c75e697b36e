package dev.steward.platform.server;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// How many connections a server holds, and how slow they may be.
///
/// @param inAll open at once
/// @param perAddress of these, from one network address; trusted proxies, each of which stands for
///   many people, may have all
/// @param patience within this time the head of a request must be there, and an answer must have
///   been taken or be read at least at the slowest pace
/// @param slowest bytes of an answer per second
record ConnectionLimits(
        int inAll, int perAddress, Networks trusted, Duration patience, long slowest) {

    /// An open connection takes some 10 KiB, one with the beginning of a long head up to 100.
    private static final long HEAP_PER_CONNECTION = 64 << 10;

    /// Read when a server starts, before there are beans.
    static ConnectionLimits configured() {
        var config = ConfigProvider.getConfig();
        var fitting =
                (int) Math.min(20_000, Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION);
        var inAll =
                config.getOptionalValue("steward.connections.in-all", Integer.class)
                        .orElse(fitting);
        return new ConnectionLimits(
                inAll,
                config.getOptionalValue("steward.connections.per-address", Integer.class)
                        .orElse(inAll),
                Networks.of(
                        config.getOptionalValues("steward.trusted-proxies", String.class)
                                .orElse(List.of())),
                config.getOptionalValue("steward.connections.patience", Duration.class)
                        .orElse(Duration.ofSeconds(15)),
                config.getOptionalValue("steward.connections.slowest", MemorySize.class)
                        .map(MemorySize::asLongValue)
                        .orElse(8L << 10));
    }
}
