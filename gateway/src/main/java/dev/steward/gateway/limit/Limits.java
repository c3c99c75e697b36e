package dev.steward.gateway.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/// How much one request and one caller may take.
@ConfigMapping(prefix = "steward.limits")
public interface Limits {

    /// The largest request body.
    @WithDefault("1M")
    MemorySize maxBody();

    /// The longest path and query, in bytes; less than
    /// `quarkus.http.limits.max-initial-line-length`.
    @WithDefault("8192")
    int maxUri();

    /// All headers, in bytes; less than `quarkus.http.limits.max-header-size`.
    @WithDefault("16384")
    int maxHeaders();

    /// Requests under way at once; a caller's share must stay below `steward.upstream.connections`.
    Share atOnce();

    /// Of these, requests whose body has not arrived yet.
    Share arriving();

    /// For a caller with credentials.
    Quota caller();

    /// For everyone without (or with refused) credentials at one network address.
    Quota address();

    /// How many callers are remembered; the longest unseen is forgotten first.
    @WithDefault("100000")
    long rememberedCallers();

    /// So many requests per window; it refills evenly, and unused it may be taken at once.
    interface Quota {
        long requests();

        @WithDefault("60s")
        Duration window();
    }

    interface Share {
        /// As many as the heap can hold unless given.
        OptionalLong inAll();

        long perCaller();
    }
}
