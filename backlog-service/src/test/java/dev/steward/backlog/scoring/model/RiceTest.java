package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.InputsFixture.askedFor;
import static dev.steward.backlog.scoring.model.InputsFixture.reaching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiceTest {

    private final ScoringModel rice = new Rice(DemandReference.DEFAULT);

    /// The checks of the domain.
    @Test
    void isReachTimesImpactTimesConfidencePerEffort() {
        assertThat(rice.score(reaching(2000, 2, 0.8, 3)).score())
                .isEqualByComparingTo("1066.666667");
        assertThat(rice.score(reaching(5000, 0.5, 1, 1)).score()).isEqualByComparingTo("2500");
    }

    @Test
    void countsPeopleAskingWhereTheyExceedTheEnteredReach() {
        var few = rice.score(askedFor(reaching(2000, 1, 1, 1), 3, 12));
        var many = rice.score(askedFor(reaching(10, 1, 1, 1), 3, 12));

        assertThat(few.score()).isEqualByComparingTo("2000");
        assertThat(few.factors().getFirst().source()).isEqualTo(FactorContribution.Source.ITEM);
        assertThat(many.score()).isEqualByComparingTo("12");
        assertThat(many.factors().getFirst().source())
                .isEqualTo(FactorContribution.Source.PEOPLE_ASKING);
    }

    @Test
    void givesNoScoreWithoutAnInputAndNamesIt() {
        var score = rice.score(reaching(2000, null, 0.8, 3));

        assertThat(score.score()).isNull();
        assertThat(score.coverage()).isEqualByComparingTo("0.75");
        assertThat(score.reason())
                .isNotNull()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("missing-input");
                    assertThat(reason.missing()).containsExactly(Factor.IMPACT);
                });
    }

    @Test
    void givesNoScoreForNoEffort() {
        var score = rice.score(reaching(2000, 2, 0.8, 0));

        assertThat(score.score()).isNull();
        assertThat(score.reason()).isEqualTo(new Score.NoScoreReason("no-effort", List.of()));
    }

    @Test
    void neverMissesAReachThatDemandSupplies() {
        assertThat(rice.score(reaching(null, 1, 1, 1)).score()).isEqualByComparingTo("0");
    }

    @Test
    void tellsNothingOfDemandItself() {
        assertThat(rice.score(askedFor(reaching(10, 1, 1, 1), 3, 12)).countsDemand()).isFalse();
    }
}
