package dev.steward.backlog.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.scoring.model.ModelDefinition;
import dev.steward.backlog.scoring.model.ScoringModel;
import dev.steward.platform.web.conditional.IfMatch;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActiveModelTest {

    private static final ModelDefinition WSJF =
            new ModelDefinition(ScoringModel.Kind.WSJF, null, null, BigDecimal.TEN);

    private final ActiveModel model = ActiveModel.defaultFor(UUID.randomUUID());

    @Test
    void aProductStartsWithTheDefault() {
        assertThat(model.definition()).isEqualTo(ModelDefinition.DEFAULT);
        assertThat(model.version()).isZero();
        assertThat(model.next()).isEmpty();
    }

    @Test
    void theEventNamesWhatDiffers() {
        var changed = model.replaceWith(WSJF);
        assertThat(changed.changes().fields()).containsKeys("kind", "factors");
        assertThat(changed.state()).isEqualTo(WSJF);
        assertThat(changed.version()).isOne();
        assertThat(model.definition()).isEqualTo(WSJF);
    }

    @Test
    void staysActiveWhileAJobPreparesTheNext() {
        var job = UUID.randomUUID();
        model.prepare(WSJF, job);
        assertThat(model.definition()).isEqualTo(ModelDefinition.DEFAULT);
        assertThat(model.next().orElseThrow().job()).isEqualTo(job);
        assertThat(model.switchToNext().version()).isOne();
        assertThat(model.definition()).isEqualTo(WSJF);
        assertThat(model.next()).isEmpty();
    }

    @Test
    void isNotReplacedWhileAJobReplacesIt() {
        model.prepare(WSJF, UUID.randomUUID());
        assertThatThrownBy(() -> model.check(IfMatch.ANYTHING))
                .isInstanceOf(ActiveModel.ScoringBusy.class)
                .hasFieldOrPropertyWithValue("code", "scoring-busy");
        model.clearNext();
        assertThatCode(() -> model.check(IfMatch.ANYTHING)).doesNotThrowAnyException();
    }

    @Test
    void isReplacedByWhoHasSeenItOnly() {
        model.replaceWith(WSJF);
        assertThatThrownBy(() -> model.check(IfMatch.fromString("\"0\"")))
                .hasFieldOrPropertyWithValue("code", "stale-version");
        assertThatCode(() -> model.check(IfMatch.fromString("\"1\""))).doesNotThrowAnyException();
    }

    @Test
    void nothingIsSwitchedToWhereNothingWasPrepared() {
        assertThatThrownBy(model::switchToNext).hasMessage("no model was prepared");
    }
}
