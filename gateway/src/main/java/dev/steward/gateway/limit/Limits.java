package dev.steward.gateway.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/// Limits of one request and of one caller.
@ConfigMapping(prefix = "steward.limits")
public interface Limits {

    /// The largest request body, where the operation has no limit of its own.
    @WithDefault("1M")
    MemorySize maxBody();

    /// The longest path and query, in bytes; less than
    /// `quarkus.http.limits.max-initial-line-length`.
    @WithDefault("8192")
    int maxUri();

    /// Size of all headers, in bytes; less than `quarkus.http.limits.max-header-size`.
    @WithDefault("16384")
    int maxHeaders();

    /// Concurrent requests; the limit of a caller must be below `steward.upstream.connections`.
    Share atOnce();

    /// Concurrent requests whose body has not been received yet.
    Share arriving();

    /// Quota of a caller with credentials.
    Quota caller();

    /// Quota shared by all callers at one network address without accepted credentials.
    Quota address();

    /// How many callers are tracked; the least recently seen one is dropped first.
    @WithDefault("100000")
    long rememberedCallers();

    /// A number of requests per window. It refills evenly; an unused quota can be used at once.
    interface Quota {
        long requests();

        @WithDefault("60s")
        Duration window();
    }

    interface Share {
        /// In total; as many as fit into the heap when absent.
        OptionalLong inAll();

        long perCaller();
    }
}
