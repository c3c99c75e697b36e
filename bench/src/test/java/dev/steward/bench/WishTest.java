package dev.steward.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.bench.figure.EmptyingTheOutbox;
import dev.steward.bench.figure.HoldingMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishTest {

    @Test
    void isEverythingInFullWhenNothingIsSaid() {
        var wish = Wish.of(List.of());

        assertThat(wish.pace()).isEqualTo(Pace.FULL);
        assertThat(wish.wants(new HoldingMemory())).isTrue();
    }

    @Test
    void isWhatIsNamed() {
        var wish = Wish.of(List.of("--quick", "b6", "--events", "500"));

        assertThat(wish.pace()).isEqualTo(Pace.QUICK.withEvents(500));
        assertThat(wish.wants(new EmptyingTheOutbox())).isTrue();
        assertThat(wish.wants(new HoldingMemory())).isFalse();
    }

    @Test
    void isRefusedWhereItIsNotUnderstood() {
        assertThatThrownBy(() -> Wish.of(List.of("--fast"))).isInstanceOf(BenchFailure.class);
        assertThatThrownBy(() -> Wish.of(List.of("--events", "many")))
                .isInstanceOf(BenchFailure.class);
    }
}
