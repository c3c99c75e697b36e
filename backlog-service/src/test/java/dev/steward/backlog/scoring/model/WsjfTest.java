package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.InputsFixture.askedFor;
import static dev.steward.backlog.scoring.model.InputsFixture.valued;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WsjfTest {

    private final ScoringModel wsjf = new Wsjf(DemandReference.DEFAULT);

    @Test
    void isTheCostOfDelayPerSize() {
        assertThat(wsjf.score(valued(13, 8, 5)).score()).isEqualByComparingTo("4.2");
    }

    @Test
    void takesRiskReductionAsNothingAndSaysSo() {
        var score = wsjf.score(valued(13, 8, 5));

        assertThat(score.coverage()).isEqualByComparingTo("0.75");
        assertThat(score.factors().get(2).source()).isEqualTo(FactorContribution.Source.DEFAULT);
    }

    /// D = 10 is half of all there can be: a value of 10.
    @Test
    void countsDemandAsValueWhereItIsLarger() {
        var score = wsjf.score(askedFor(valued(3, 8, 5), 10, 4));

        assertThat(score.score()).isEqualByComparingTo("3.6");
        assertThat(score.factors().getFirst())
                .satisfies(value -> {
                    assertThat(value.input()).isEqualByComparingTo("10");
                    assertThat(value.source()).isEqualTo(FactorContribution.Source.DEMAND);
                    assertThat(value.contribution()).isEqualByComparingTo("2");
                });
        assertThat(score.countsDemand()).isTrue();
    }

    @Test
    void keepsTheEnteredValueWhereItIsLarger() {
        var score = wsjf.score(askedFor(valued(13, 8, 5), 10, 4));

        assertThat(score.score()).isEqualByComparingTo("4.2");
        assertThat(score.countsDemand()).isFalse();
    }

    @Test
    void givesNoScoreForNoEffort() {
        var score = wsjf.score(valued(13, 8, 0));

        assertThat(score.score()).isNull();
        assertThat(score.reason()).isEqualTo(new Score.NoScoreReason("no-effort", List.of()));
    }

    @Test
    void givesNoScoreWithoutASize() {
        var score = wsjf.score(valued(13, 8, null));

        assertThat(score.score()).isNull();
        assertThat(score.reason())
                .isNotNull()
                .satisfies(reason -> assertThat(reason.missing()).containsExactly(Factor.EFFORT));
    }
}
