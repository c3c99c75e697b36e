package dev.steward.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void hasTheMiddleOfAnOddNumberOfRounds() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3));
    }

    @Test
    void hasTheMeanOfTheTwoMiddleOnesOfAnEvenNumber() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void isNothingWithoutRounds() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsTheDigitsThatMatter() {
        assertThat(new Spread(0.5624, 0.5, 12345.6)).hasToString("0.562 [0.500-12,346]");
    }

    @Test
    void isHeldAgainstATargetByItsMedian() {
        var spread = new Spread(0.5, 0.4, 0.6);

        assertThat(new Target.AtLeast(0.5).isMetBy(spread)).isTrue();
        assertThat(new Target.AtLeast(0.51).isMetBy(spread)).isFalse();
        assertThat(new Target.AtMost(0.5).isMetBy(spread)).isTrue();
        assertThat(new Target.AtMost(0.49).isMetBy(spread)).isFalse();
    }
}
