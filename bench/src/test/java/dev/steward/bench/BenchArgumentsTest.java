package dev.steward.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.bench.figure.RelayRate;
import dev.steward.bench.figure.ResidentMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchArgumentsTest {

    @Test
    void isEverythingInFullWhenNothingIsSaid() {
        var arguments = BenchArguments.of(List.of());

        assertThat(arguments.pace()).isEqualTo(Pace.FULL);
        assertThat(arguments.includes(new ResidentMemory())).isTrue();
    }

    @Test
    void isWhatIsNamed() {
        var arguments = BenchArguments.of(List.of("--quick", "b6", "--events", "500"));

        assertThat(arguments.pace()).isEqualTo(Pace.QUICK.withEvents(500));
        assertThat(arguments.includes(new RelayRate())).isTrue();
        assertThat(arguments.includes(new ResidentMemory())).isFalse();
    }

    @Test
    void isRefusedWhereItIsNotUnderstood() {
        assertThatThrownBy(() -> BenchArguments.of(List.of("--fast")))
                .isInstanceOf(BenchFailure.class);
        assertThatThrownBy(() -> BenchArguments.of(List.of("--events", "many")))
                .isInstanceOf(BenchFailure.class);
    }
}
