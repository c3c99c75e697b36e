package dev.steward.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.steward.gateway.caller.Caller;
import dev.steward.gateway.limit.Limits.Quota;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Rate limits: one token bucket per caller, in this process only. Three instances of the gateway
/// allow three times as much.
@Singleton
public class RateLimits {

    private final Limits limits;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    @Inject
    RateLimits(Limits limits) {
        this(limits, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(Limits limits, TimeMeter clock) {
        this.limits = limits;
        this.clock = clock;
        var longest = longer(limits.caller().window(), limits.address().window());
        // A bucket unseen for a whole window is full again: forgetting it changes nothing.
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(limits.rememberedCallers())
                        .expireAfterAccess(longest)
                        .build();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /// Counts a request against the quota of the caller, if any is left.
    public RateLimitStatus consume(Caller caller) {
        var quota = quotaOf(caller);
        var probe = bucket(caller, quota).tryConsumeAndReturnRemaining(1);
        return new RateLimitStatus(
                policyOf(caller),
                quota,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Caller caller, Quota quota) {
        return buckets.get(
                caller.key(),
                _ ->
                        Bucket.builder()
                                .withCustomTimePrecision(clock)
                                .addLimit(limit ->
                                        limit.capacity(quota.requests())
                                                .refillGreedy(quota.requests(), quota.window()))
                                .build());
    }

    private Quota quotaOf(Caller caller) {
        return switch (caller) {
            case Caller.Subject _, Caller.SourceKey _ -> limits.caller();
            case Caller.Address _, Caller.UnknownKey _ -> limits.address();
        };
    }

    private static String policyOf(Caller caller) {
        return switch (caller) {
            case Caller.Subject _, Caller.SourceKey _ -> "caller";
            case Caller.Address _, Caller.UnknownKey _ -> "address";
        };
    }
}
