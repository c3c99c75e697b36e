package dev.steward.backlog.order.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RankTest {

    @Test
    void ofANumberIsSevenDigitsAndTheMiddle() {
        assertThat(Rank.ofNumber(1).key()).isEqualTo("0000001V");
        assertThat(Rank.ofNumber(61).key()).isEqualTo("000000zV");
        assertThat(Rank.ofNumber(62).key()).isEqualTo("0000010V");
    }

    @Test
    void theShortestKeyThatFitsIsTaken() {
        assertThat(Rank.between(Rank.ofNumber(1), Rank.ofNumber(2)).key()).isEqualTo("0000002");
    }

    @Test
    void thereIsRoomAboveTheFirstAndBelowTheLast() {
        assertThat(Rank.between(null, null).key()).isEqualTo("V");
        assertThat(Rank.between(null, Rank.ofNumber(1))).isLessThan(Rank.ofNumber(1));
        assertThat(Rank.between(Rank.ofNumber(1), null)).isGreaterThan(Rank.ofNumber(1));
    }

    @Test
    void neverTakesTheKeyOfANumberThatIsJustBeingCreated() {
        assertThat(Rank.between(new Rank("0000002U"), new Rank("0000002W")).key())
                .isEqualTo("0000002VV");
    }

    @Test
    void staysAboveAKeyThatHasSteeredClearOfTheSameNumber() {
        assertThat(Rank.between(new Rank("0000002U"), new Rank("0000002VV")))
                .isLessThan(new Rank("0000002VV"))
                .isGreaterThan(new Rank("0000002V"));
    }

    @Test
    void endsInNoZeroAndHasOnlyDigits() {
        assertThatThrownBy(() -> new Rank("A0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rank("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rank("A-B")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noRoomBetweenARankAndItself() {
        var rank = Rank.ofNumber(1);
        assertThatThrownBy(() -> Rank.between(rank, rank))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
