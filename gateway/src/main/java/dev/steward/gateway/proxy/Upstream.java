package dev.steward.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Addresses of the services, and timeouts and limits for requests to them.
@ConfigMapping(prefix = "steward.upstream")
interface Upstream {

    /// By their names in `x-steward-service` of the API document.
    Map<String, Address> services();

    /// Timeout to get a connection, new or pooled.
    @WithDefault("2s")
    Duration connectTimeout();

    /// Timeout for the first byte of the response, and between any two bytes.
    @WithDefault("15s")
    Duration answerTimeout();

    /// Bytes per second at which a service reads a larger body; extends the timeout of the
    /// response.
    @WithDefault("256K")
    MemorySize slowestBody();

    /// Connections per event loop and service; more than the limit of one caller
    /// (`steward.limits.at-once`).
    @WithDefault("128")
    int connections();

    /// Requests per event loop that may wait for a connection; further ones are refused.
    @WithDefault("512")
    int waiting();

    /// How long an idle connection is kept: shorter than the idle timeout of the services, so that
    /// a pooled connection is rarely closed by them.
    @WithDefault("30s")
    Duration keepAlive();

    CircuitBreaker circuit();

    interface Address {
        URI url();
    }

    /// Opens after this number of failures within the window; half open after the pause.
    interface CircuitBreaker {
        @WithDefault("10")
        int failures();

        @WithDefault("10s")
        Duration window();

        @WithDefault("1s")
        Duration pause();

        /// Concurrent requests that are let through while half open.
        @WithDefault("32")
        int trials();
    }
}
