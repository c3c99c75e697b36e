package dev.steward.backlog.item;

import static dev.steward.backlog.item.BacklogItemFixture.criterion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.item.Criterion.TickPermission;
import dev.steward.backlog.item.ItemFields.CriterionFields;
import dev.steward.platform.web.problem.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaParserTest {

    private final Criterion met = criterion("survives a login", true);
    private final CriteriaParser written = new CriteriaParser(List.of(met), TickPermission::never);

    @Test
    void aRewordedCriterionStaysMet() {
        var reworded = new CriterionFields(met.id(), "survives a new login", null);
        assertThat(written.read(List.of(reworded)))
                .containsExactly(new Criterion(met.id(), "survives a new login", true));
    }

    @Test
    void aCriterionSentBackAsItWasReadIsUnchanged() {
        var same = new CriterionFields(met.id(), met.text(), true);
        assertThat(written.read(List.of(same))).containsExactly(met);
    }

    @Test
    void aNewCriterionIsOpenAndGetsAnId() {
        assertThat(written.read(List.of(new CriterionFields(null, "is shared", null))))
                .singleElement()
                .satisfies(criterion -> assertThat(criterion.id()).isNotNull())
                .satisfies(criterion -> assertThat(criterion.met()).isFalse());
    }

    @Test
    void nobodyTicksACriterionOfANewItem() {
        var ticked = new CriterionFields(null, "is shared", true);
        assertThatThrownBy(() -> written.read(List.of(ticked)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().pointer())
                                        .isEqualTo("/acceptanceCriteria/0/met"));
    }

    @Test
    void whoMayTicksACriterionAndUnticksIt() {
        var allowed = new CriteriaParser(List.of(met), _ -> {});
        var unticked = new CriterionFields(met.id(), met.text(), false);
        var ticked = new CriterionFields(null, "is shared", true);
        assertThat(allowed.read(List.of(unticked, ticked)))
                .extracting(Criterion::met)
                .containsExactly(false, true);
    }

    @Test
    void twoCriteriaHaveTwoIds() {
        var same = new CriterionFields(met.id(), met.text(), null);
        assertThatThrownBy(() -> written.read(List.of(same, same))).isInstanceOf(Invalid.class);
    }
}
