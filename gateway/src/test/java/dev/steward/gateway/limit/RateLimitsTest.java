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
        assertThat(limits.consume(olivia).granted()).isTrue();
        assertThat(limits.consume(olivia).granted()).isTrue();
        assertThat(limits.consume(olivia).granted()).isFalse();
    }

    @Test
    void refillsEvenly() {
        limits.consume(olivia);
        limits.consume(olivia);
        assertThat(limits.consume(olivia).retryAfterSeconds()).isEqualTo(30);
        clock.advance(Duration.ofSeconds(30));
        assertThat(limits.consume(olivia).granted()).isTrue();
        assertThat(limits.consume(olivia).granted()).isFalse();
    }

    @Test
    void countsEachCallerByItself() {
        limits.consume(olivia);
        limits.consume(olivia);
        assertThat(limits.consume(new Caller.Subject("max")).granted()).isTrue();
        assertThat(limits.consume(new Caller.Address("olivia")).granted()).isTrue();
    }

    @Test
    void doesNotStopAKnownKeyForWhatOthersDoAtItsAddress() {
        var office = new Caller.Address("192.0.2.7");
        var keys = new AcceptedSourceKeys();
        var known = new Caller.SourceKey("known");
        keys.accepted(known);
        limits.consume(office);
        limits.consume(office);
        assertThat(limits.consume(office).granted()).isFalse();
        assertThat(limits.consume(keys.countedCaller(known, office)).granted()).isTrue();
        assertThat(
                        limits.consume(keys.countedCaller(new Caller.SourceKey("new"), office))
                                .granted())
                .isTrue();
    }

    @Test
    void countsUnknownKeysOfOneAddressTogether() {
        var office = new Caller.Address("192.0.2.7");
        var keys = new AcceptedSourceKeys();
        limits.consume(keys.countedCaller(new Caller.SourceKey("a"), office));
        limits.consume(keys.countedCaller(new Caller.SourceKey("b"), office));
        assertThat(limits.consume(keys.countedCaller(new Caller.SourceKey("c"), office)).granted())
                .isFalse();
    }

    @Test
    void countsAnIpv6NetworkAsOneAddress() {
        limits.consume(new Caller.Address("2001:db8:1:2::1"));
        limits.consume(new Caller.Address("2001:db8:1:2:ffff::2"));
        assertThat(limits.consume(new Caller.Address("2001:db8:1:2::3")).granted()).isFalse();
        assertThat(limits.consume(new Caller.Address("2001:db8:1:3::1")).granted()).isTrue();
    }

    @Test
    void tellsWhatIsLeft() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        limits.consume(olivia).writeTo(headers);
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
        public int maxUri() {
            return 1;
        }

        @Override
        public int maxHeaders() {
            return 1;
        }

        @Override
        public Share atOnce() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Share arriving() {
            throw new UnsupportedOperationException();
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
