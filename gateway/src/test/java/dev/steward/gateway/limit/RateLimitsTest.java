package dev.steward.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.gateway.caller.Caller;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final HandClock clock = new HandClock();
    private final RateLimits limits = new RateLimits(new TwoPerMinute(), clock);
    private final Caller olivia = new Caller.Subject("olivia");

    @Test
    void grantsTheQuotaAndNoMore() {
        assertThat(limits.take(olivia).granted()).isTrue();
        assertThat(limits.take(olivia).granted()).isTrue();
        assertThat(limits.take(olivia).granted()).isFalse();
        assertThat(limits.exhausted(olivia)).isTrue();
    }

    @Test
    void refillsEvenly() {
        limits.take(olivia);
        limits.take(olivia);
        assertThat(limits.take(olivia).retryAfterSeconds()).isEqualTo(30);
        clock.advance(Duration.ofSeconds(30));
        assertThat(limits.take(olivia).granted()).isTrue();
        assertThat(limits.take(olivia).granted()).isFalse();
    }

    @Test
    void countsEachCallerByItself() {
        limits.take(olivia);
        limits.take(olivia);
        assertThat(limits.take(new Caller.Subject("max")).granted()).isTrue();
        assertThat(limits.take(new Caller.Address("olivia")).granted()).isTrue();
    }

    @Test
    void tellsWhatIsLeft() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        limits.take(olivia).tell(headers);
        assertThat(headers.get("RateLimit-Policy")).isEqualTo("\"caller\";q=2;w=60");
        assertThat(headers.get("RateLimit")).isEqualTo("\"caller\";r=1;t=30");
    }

    private static class HandClock implements TimeMeter {
        private long nanos = 1_000_000_000L;

        void advance(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private static class TwoPerMinute implements Limits, Limits.Quota {
        @Override
        public MemorySize maxBody() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public Quota caller() {
            return this;
        }

        @Override
        public Quota address() {
            return this;
        }

        @Override
        public long rememberedCallers() {
            return 10;
        }

        @Override
        public long requests() {
            return 2;
        }

        @Override
        public Duration window() {
            return Duration.ofMinutes(1);
        }
    }
}
