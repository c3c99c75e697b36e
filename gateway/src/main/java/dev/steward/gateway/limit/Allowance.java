package dev.steward.gateway.limit;

import dev.steward.gateway.limit.Limits.Quota;
import io.vertx.core.MultiMap;
import java.time.Duration;

/// What a caller has left, as the headers of draft-ietf-httpapi-ratelimit-headers tell it.
///
/// @param policy the name of the quota
/// @param granted whether this request is within it
/// @param remaining requests left now
/// @param untilFull time until all of the quota is there again
/// @param untilNext time until the next request is allowed
public record Allowance(
        String policy,
        Quota quota,
        boolean granted,
        long remaining,
        Duration untilFull,
        Duration untilNext) {

    public void tell(MultiMap headers) {
        headers.set(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(policy, quota.requests(), quota.window().toSeconds()));
        headers.set(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, remaining, roundedUp(untilFull)));
    }

    /// Whole seconds, at least one.
    public long retryAfterSeconds() {
        return Math.max(1, roundedUp(untilNext));
    }

    private static long roundedUp(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
