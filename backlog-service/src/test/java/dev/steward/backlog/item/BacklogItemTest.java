package dev.steward.backlog.item;

import static dev.steward.backlog.item.BacklogItemFixture.TEXT;
import static dev.steward.backlog.item.BacklogItemFixture.criterion;
import static dev.steward.backlog.item.BacklogItemFixture.dropped;
import static dev.steward.backlog.item.BacklogItemFixture.droppedItem;
import static dev.steward.backlog.item.BacklogItemFixture.itemBeingRefined;
import static dev.steward.backlog.item.BacklogItemFixture.newItem;
import static dev.steward.backlog.item.BacklogItemFixture.newItemWith;
import static dev.steward.backlog.item.BacklogItemFixture.readyItem;
import static dev.steward.backlog.item.BacklogItemFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.work.KnownWork;
import dev.steward.backlog.work.WorkStatus;
import dev.steward.platform.web.problem.Conflict;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacklogItemTest {

    @Test
    void isNotDroppedWhileItIsKnownToBeInASprint() {
        var work = new KnownWork(WorkStatus.DONE, UUID.randomUUID(), UUID.randomUUID(), null);
        refuses(() -> newItem().drop(null, work, false), "item-in-sprint");
    }

    @Test
    void isNotDroppedOnceItIsOut() {
        refuses(() -> newItem().drop(null, KnownWork.NONE, true), "item-is-released");
    }

    @Test
    void itsKeyIsTheProductsKeyAndItsNumber() {
        assertThat(newItem().key()).isEqualTo("SHOP-142");
    }

    @Test
    void isCreatedNewAtVersionOneWithItsFirstRank() {
        var event = newItem().created("000002IV");
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.state().status()).isEqualTo(ItemStatus.NEW);
        assertThat(event.changes().fields()).containsKey("rank");
    }

    @Test
    void becomesReadyWithoutRefinement() {
        assertThat(newItem().markReady().state())
                .hasFieldOrPropertyWithValue("status", ItemStatus.READY);
    }

    @Test
    void goesBackFromReadyIntoRefinement() {
        var item = readyItem();
        assertThat(item.refine().happened()).isEqualTo("refining");
        assertThat(item.status()).isEqualTo(ItemStatus.REFINING);
    }

    @Test
    void isNotRefinedTwice() {
        refuses(() -> itemBeingRefined().refine(), "item-is-refining");
    }

    @Test
    void isNotMadeReadyTwice() {
        refuses(() -> readyItem().markReady(), "item-is-ready");
    }

    @Test
    void isNotDroppedTwice() {
        refuses(() -> droppedItem().drop(null, KnownWork.NONE, false), "item-is-dropped");
    }

    @Test
    void isNotRefinedOrMadeReadyWhileDropped() {
        refuses(() -> droppedItem().refine(), "item-is-dropped");
        refuses(() -> droppedItem().markReady(), "item-is-dropped");
    }

    @Test
    void isRestoredToTheStateThatItHad() {
        var item = dropped(readyItem());
        assertThat(item.restore().state()).hasFieldOrPropertyWithValue("status", ItemStatus.READY);
    }

    @Test
    void isNotRestoredUnlessDropped() {
        refuses(() -> newItem().restore(), "item-is-new");
    }

    @Test
    void rejectsAnEstimateOnADroppedItem() {
        refuses(() -> droppedItem().estimate(BigDecimal.ONE), "item-is-dropped");
    }

    @Test
    void rejectsAnUpdateOfADroppedItem() {
        refuses(() -> droppedItem().update(TEXT), "item-is-dropped");
    }

    @Test
    void theEventNamesBothEstimates() {
        var item = newItem();
        var event = item.estimate(new BigDecimal("5"));
        assertThat(event).isPresent();
        assertThat(event.get().changes().fields())
                .isEqualTo(Map.of("estimate", fromTo(null, new BigDecimal("5"))));
        assertThat(item.version()).isEqualTo(2);
    }

    @Test
    void nothingHappensWhenTheSameNumberIsSetInAnotherScale() {
        var item = newItem();
        assertThat(item.estimate(new BigDecimal("5"))).isPresent();
        assertThat(item.estimate(new BigDecimal("5.00"))).isEmpty();
        assertThat(item.version()).isEqualTo(2);
    }

    @Test
    void anEstimateCanBeTakenBack() {
        var item = newItem();
        assertThat(item.estimate(BigDecimal.TWO)).isPresent();
        assertThat(item.estimate(null)).isPresent();
        assertThat(item.estimate()).isNull();
    }

    @Test
    void onlyTheInputsThatDifferAreInTheChange() {
        var event = newItem().updateValueInputs(value("13"));
        assertThat(event).isPresent();
        assertThat(event.get().changes().fields()).containsOnlyKeys("value");
    }

    @Test
    void updatingNothingIsNoEvent() {
        assertThat(newItem().update(TEXT)).isEmpty();
    }

    @Test
    void aReadyItemSaysWhichRulesAdviseAgainstIt() {
        assertThat(newItem().markReady().state().failingRules())
                .containsExactly(ReadinessRule.ESTIMATE, ReadinessRule.CRITERIA);
    }

    @Test
    void countsTheCriteriaThatAreOpen() {
        var item = newItemWith(criterion("survives a login", true), criterion("is shared", false));
        assertThat(item.openCriteria()).isEqualTo(1);
    }

    @Test
    void aSplitKeepsTheFinishedPartAndTheMetCriteria() {
        var item = newItemWith(criterion("survives a login", true), criterion("is shared", false));
        assertThat(item.estimate(new BigDecimal("5"))).isPresent();
        var rest = UUID.randomUUID();
        var event = item.split(rest, new BigDecimal("2"));
        assertThat(event.state().estimate()).isEqualByComparingTo("3");
        assertThat(event.state().openCriteria()).isZero();
        assertThat(event.state().text().acceptanceCriteria()).hasSize(1);
        assertThat(event.changes().fields())
                .containsOnlyKeys("restId", "acceptanceCriteria", "estimate");
        assertThat(event.version()).isEqualTo(3);
    }

    @Test
    void aSplitLeavesNoEstimateWhereNothingIsLeft() {
        var item = newItem();
        assertThat(item.estimate(BigDecimal.TWO)).isPresent();
        var event = item.split(UUID.randomUUID(), new BigDecimal("3"));
        assertThat(event.state().estimate()).isNull();
    }

    /// Also when nothing was left to share, and when the item is dropped.
    @Test
    void aSplitHasAnEventInAnyStatus() {
        var event = droppedItem().split(UUID.randomUUID(), null);
        assertThat(event.happened()).isEqualTo("split");
        assertThat(event.changes().fields()).containsOnlyKeys("restId");
    }

    private static Map<String, Object> fromTo(@Nullable Object from, @Nullable Object to) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("from", from);
        both.put("to", to);
        return both;
    }

    private static void refuses(ThrowingCallable step, String code) {
        assertThatThrownBy(step)
                .isInstanceOf(Conflict.class)
                .hasFieldOrPropertyWithValue("code", code);
    }

    @Test
    void criteriaAreACopyThatNobodyElseChanges() {
        var mine = new java.util.ArrayList<>(List.of(criterion("is shared", false)));
        var text = new ItemText(ItemType.BUG, "Basket is empty", null, mine, List.of(), null);
        mine.clear();
        assertThat(text.acceptanceCriteria()).hasSize(1);
    }
}
