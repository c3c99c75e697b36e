package dev.steward.gateway.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Which browser applications of other origins may call the API.
@ConfigMapping(prefix = "steward.cors")
interface CorsConfig {

    /// `scheme://host[:port]`, exactly as browsers send it, or `scheme://host:*` for any port; none
    /// by default.
    Optional<Set<String>> origins();

    /// How long browsers cache the answer to a preflight.
    @WithDefault("1h")
    Duration maxAge();
}
