package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.InputsFixture.askedFor;
import static dev.steward.backlog.scoring.model.InputsFixture.unknownItem;
import static dev.steward.backlog.scoring.model.InputsFixture.valued;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.scoring.model.ModelDefinition.FactorDefinition;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedTest {

    private final ScoringModel usual = ModelDefinition.DEFAULT.toModel();

    /// (3 x 0.5 + 2 x 0.25 + 3 x 0.5 + 2 x (1 - 0.25)) / 10.
    @Test
    void isTheWeightedMeanWithCostsInverted() {
        var score = usual.score(askedFor(valued(10, 5, 5), 10, 1));

        assertThat(score.score()).isEqualByComparingTo("0.5");
        assertThat(score.coverage()).isEqualByComparingTo("1");
        assertThat(score.factors())
                .extracting(FactorContribution::name)
                .containsExactly(
                        Factor.VALUE, Factor.TIME_CRITICALITY, Factor.DEMAND, Factor.EFFORT);
    }

    @Test
    void contributionsAddUpToTheScore() {
        var score = usual.score(askedFor(valued(13, 8, 3), 11.869924, 3));

        var sum =
                score.factors().stream()
                        .map(FactorContribution::contribution)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isCloseTo(
                        score.score(),
                        org.assertj.core.api.Assertions.within(new BigDecimal("0.000003")));
    }

    @Test
    void clampsToTheDeclaredScale() {
        assertThat(usual.score(valued(20, 20, 400)).factors().getLast().normalized())
                .isEqualByComparingTo("0");
    }

    @Test
    void leavesOutWhatIsMissingAndSaysHowMuchIsKnown() {
        var score = usual.score(valued(20, null, null));

        // (3 x 1 + 3 x 0) / 6: demand is always known.
        assertThat(score.score()).isEqualByComparingTo("0.5");
        assertThat(score.coverage()).isEqualByComparingTo("0.6");
    }

    @Test
    void countsWhatIsMissingAsNothingWhereTheModelSaysZero() {
        assertThat(
                        withMissing(ModelDefinition.MissingInputPolicy.ZERO)
                                .score(valued(20, null, null))
                                .score())
                .isEqualByComparingTo("0.3");
    }

    @Test
    void countsTheMiddleOfTheScaleWhereTheModelSaysDefault() {
        var score =
                withMissing(ModelDefinition.MissingInputPolicy.DEFAULT)
                        .score(valued(20, null, null));

        // (3 x 1 + 2 x 0.5 + 3 x 0 + 2 x 0.5) / 10
        assertThat(score.score()).isEqualByComparingTo("0.5");
        assertThat(score.coverage()).isEqualByComparingTo("0.6");
        assertThat(score.factors().getLast().source()).isEqualTo(FactorContribution.Source.DEFAULT);
    }

    @Test
    void givesNoScoreWhereNothingWithAWeightIsKnown() {
        var model =
                new ModelDefinition(
                        ScoringModel.Kind.WEIGHTED,
                        List.of(FactorDefinition.of(Factor.VALUE, 1)),
                        null,
                        null);

        var score = model.complete().toModel().score(unknownItem());

        assertThat(score.score()).isNull();
        assertThat(score.coverage()).isEqualByComparingTo("0");
        assertThat(score.reason())
                .isNotNull()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("nothing-known"));
    }

    /// The checks of the domain.
    @Test
    void demandApproachesOne() {
        assertThat(DemandReference.DEFAULT.normalize(BigDecimal.TEN)).isEqualByComparingTo("0.5");
        assertThat(DemandReference.DEFAULT.normalize(BigDecimal.valueOf(30)))
                .isEqualByComparingTo("0.875");
        assertThat(DemandReference.DEFAULT.normalize(BigDecimal.ZERO)).isEqualByComparingTo("0");
    }

    private static ScoringModel withMissing(ModelDefinition.MissingInputPolicy missing) {
        return new ModelDefinition(
                        ScoringModel.Kind.WEIGHTED,
                        ModelDefinition.DEFAULT.factors(),
                        missing,
                        null)
                .complete()
                .toModel();
    }
}
