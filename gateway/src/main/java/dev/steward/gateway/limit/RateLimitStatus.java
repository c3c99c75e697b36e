package dev.steward.gateway.limit;

import dev.steward.gateway.limit.Limits.Quota;
import io.vertx.core.MultiMap;
import java.time.Duration;

/// What is left of a caller's quota, for the headers of draft-ietf-httpapi-ratelimit-headers.
///
/// @param policy the name of the quota
/// @param granted whether this request is within it
/// @param remaining requests left now
/// @param untilFull time until the whole quota is available again
/// @param untilNext time until the next request is allowed
public record RateLimitStatus(
        String policy,
        Quota quota,
        boolean granted,
        long remaining,
        Duration untilFull,
        Duration untilNext) {

    public void writeTo(MultiMap headers) {
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
