package dev.steward.sprint.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void summarizesFourSprints() {
        var spread = of("37", "47", "50", "57");
        assertThat(spread.mean()).isEqualTo("47.75");
        assertThat(spread.median()).isEqualTo("48.5");
        assertThat(spread.min()).isEqualTo("37");
        assertThat(spread.max()).isEqualTo("57");
        assertThat(spread.standardDeviation()).isEqualTo("8.301606");
        assertThat(spread.n()).isEqualTo(4);
    }

    @Test
    void oneSprintDoesNotDeviate() {
        var spread = of("40");
        assertThat(spread.standardDeviation()).isNull();
        assertThat(spread.median()).isEqualTo("40");
    }

    @Test
    void theMiddleOfThreeIsOneOfThem() {
        assertThat(of("8", "100", "3").median()).isEqualTo("8");
    }

    private static Statistics of(String... numbers) {
        return Statistics.of(Arrays.stream(numbers).map(BigDecimal::new).toList());
    }
}
