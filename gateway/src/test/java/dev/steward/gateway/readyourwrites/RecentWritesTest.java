package dev.steward.gateway.readyourwrites;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentWritesTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final RecentWrites writes = new RecentWrites(nanos::get);

    @Test
    void tellsTheOtherServicesNewestFirst() {
        writes.remember("olivia", "backlog", "product:p@1, member:m@1");
        writes.remember("olivia", "backlog", "item:i@1");
        assertThat(writes.findPending("olivia", "feedback"))
                .contains("item:i@1, product:p@1, member:m@1");
    }

    @Test
    void doesNotTellAServiceItsOwnWrites() {
        writes.remember("olivia", "backlog", "item:i@1");
        writes.remember("olivia", "feedback", "feedback:f@1");
        assertThat(writes.findPending("olivia", "backlog")).contains("feedback:f@1");
    }

    @Test
    void doesNotTellOthers() {
        writes.remember("olivia", "backlog", "item:i@1");
        assertThat(writes.findPending("max", "feedback")).isEmpty();
    }

    @Test
    void remembersTheLastEight() {
        for (var version = 1; version <= 9; version++) {
            writes.remember("olivia", "backlog", "item:%d@1".formatted(version));
        }
        assertThat(writes.findPending("olivia", "sprint").orElseThrow().split(", "))
                .hasSize(8)
                .startsWith("item:9@1")
                .doesNotContain("item:1@1");
    }

    @Test
    void replacesAnOlderVersion() {
        writes.remember("olivia", "backlog", "item:i@1");
        writes.remember("olivia", "backlog", "item:i@2");
        assertThat(writes.findPending("olivia", "sprint")).contains("item:i@2");
    }

    @Test
    void forgetsAfterTenSeconds() {
        writes.remember("olivia", "backlog", "item:old@1");
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        writes.remember("olivia", "backlog", "item:new@1");
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(writes.findPending("olivia", "sprint")).contains("item:new@1");
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(writes.findPending("olivia", "sprint")).isEmpty();
    }
}
