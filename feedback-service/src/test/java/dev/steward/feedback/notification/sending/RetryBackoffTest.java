package dev.steward.feedback.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBackoffTest {

    @Test
    void growsFromAMinuteToSixHours() {
        assertThat(RetryBackoff.delayAfter(1))
                .isBetween(Duration.ofSeconds(45), Duration.ofMinutes(1));
        assertThat(RetryBackoff.delayAfter(3))
                .isBetween(Duration.ofMinutes(12), Duration.ofMinutes(16));
        assertThat(RetryBackoff.delayAfter(12))
                .isBetween(Duration.ofMinutes(270), Duration.ofHours(6));
        assertThat(RetryBackoff.delayAfter(1_000)).isLessThanOrEqualTo(Duration.ofHours(6));
    }
}
