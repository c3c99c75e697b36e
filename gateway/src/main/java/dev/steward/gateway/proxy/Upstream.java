package dev.steward.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Where the services are and how long they are waited for.
@ConfigMapping(prefix = "steward.upstream")
interface Upstream {

    /// By the name that the document's `x-steward-service` uses.
    Map<String, Address> services();

    /// To get a connection, new or pooled.
    @WithDefault("2s")
    Duration connectTimeout();

    /// Without a byte of the answer, or of the rest of it.
    @WithDefault("15s")
    Duration answerTimeout();

    /// Bytes per second of a body that may be larger than usual.
    @WithDefault("256K")
    MemorySize slowestBody();

    /// Per event loop and service; more than one caller may use (`steward.limits.at-once`).
    @WithDefault("128")
    int connections();

    /// Requests that wait for a connection, per event loop; the next is refused.
    @WithDefault("512")
    int waiting();

    /// Shorter than the services' own idle timeout, so that a pooled connection is rarely a dead
    /// one.
    @WithDefault("30s")
    Duration keepAlive();

    Circuit circuit();

    interface Address {
        URI url();
    }

    /// Opens after so many failures within the window, tries again after the pause.
    interface Circuit {
        @WithDefault("10")
        int failures();

        @WithDefault("10s")
        Duration window();

        @WithDefault("1s")
        Duration pause();

        /// Requests at once that are let through to see whether the service answers again.
        @WithDefault("32")
        int trials();
    }
}
