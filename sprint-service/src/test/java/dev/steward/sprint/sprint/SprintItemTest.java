package dev.steward.sprint.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.sprint.item.Item;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.work.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SprintItemTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final UUID SPRINT = UUID.randomUUID();

    private final SprintItem five = sprintItem(new BigDecimal("5"));
    private final Work work = Work.none(five.itemId(), UUID.randomUUID());

    @Test
    void addsItsPoints() {
        assertThat(five.added(null).effect()).isEqualByComparingTo("5");
        assertThat(sprintItem(null).added(null).effect()).as("not estimated").isZero();
    }

    @Test
    void doneItTakesItsPointsFromWhatRemains() {
        assertThat(five.complete().effect()).isEqualByComparingTo("-5");
        assertThat(five.completedPoints()).isEqualByComparingTo("5");
        assertThat(five.isDone()).isTrue();
    }

    @Test
    void estimatedAnewItChangesWhatRemainsByTheDifference() {
        var entry = five.reestimate(new BigDecimal("8")).orElseThrow();
        assertThat(entry.effect()).isEqualByComparingTo("3");
        assertThat(entry.estimateFrom()).isEqualByComparingTo("5");
        assertThat(five.reestimate(new BigDecimal("8.0"))).as("the same").isEmpty();
    }

    @Test
    void doneItCountsAsItWasEstimatedThen() {
        five.complete();
        assertThat(five.reestimate(new BigDecimal("13")).orElseThrow().effect()).isZero();
        assertThat(five.completedPoints()).isEqualByComparingTo("5");
    }

    @Test
    void reopenedItCountsAsItIsEstimatedNow() {
        five.complete();
        five.reestimate(new BigDecimal("13"));
        assertThat(five.reopen("It fails").effect()).isEqualByComparingTo("13");
        assertThat(five.completedPoints()).isZero();
    }

    @Test
    void removedItTakesWhatRemainsOfIt() {
        var removed = five.removed("Too large", work, NOW);
        assertThat(removed.effect()).isEqualByComparingTo("-5");
        assertThat(removed.reason()).isEqualTo("Too large");
        assertThat(five.isOpen()).isFalse();
    }

    @Test
    void doneAndRemovedItTakesNothingMore() {
        five.complete();
        assertThat(five.removed(null, work, NOW).effect()).isZero();
    }

    @Test
    void droppedItSaysSoInTheLedger() {
        assertThat(five.dropped(work, NOW).reason()).isEqualTo("item-dropped");
    }

    @Test
    void carriedItStaysInTheFiguresAndComesWholeIntoTheNext() {
        var next = UUID.randomUUID();
        var carried = five.carryToNextSprint(next, work, NOW);
        assertThat(carried.effect()).isZero();
        assertThat(carried.otherSprintId()).isEqualTo(next);
        var there = five.inNextSprint(next, NOW);
        assertThat(there.sprintId()).isEqualTo(next);
        assertThat(there.points()).isEqualByComparingTo("5");
    }

    @Test
    void returnedItStaysInTheFigures() {
        var returned = five.returnToBacklog(work, NOW);
        assertThat(returned.kind()).isEqualTo(EntryKind.RETURNED);
        assertThat(returned.effect()).isZero();
    }

    @Test
    void splitItKeepsWhatTheRemainderLeavesAndIsDone() {
        var entries = five.split(rest("2"), "", UUID.randomUUID());
        assertThat(entries)
                .extracting(entry -> entry.kind())
                .containsExactly(EntryKind.REESTIMATED, EntryKind.COMPLETED);
        assertThat(entries).extracting(entry -> entry.reason()).containsOnly("item-split");
        assertThat(five.completedPoints()).isEqualByComparingTo("3");
    }

    @Test
    void splitItTakesAllItsPointsWhenTheRemainderHasThem() {
        var reestimated = five.split(rest("5"), "", UUID.randomUUID()).getFirst();
        assertThat(reestimated.estimateTo()).isNull();
        assertThat(reestimated.effect()).isEqualByComparingTo("-5");
        assertThat(five.completedPoints()).isZero();
    }

    @Test
    void aRemainderIsNoLargerThanTheItem() {
        assertThatThrownBy(() -> five.split(rest("6"), "/items/0", UUID.randomUUID()))
                .isInstanceOf(Remainder.DoesNotFit.class);
        assertThat(five.isDone()).isFalse();
    }

    private static Remainder rest(String points) {
        return new Remainder("The rest", new BigDecimal(points));
    }

    private static SprintItem sprintItem(@Nullable BigDecimal estimate) {
        var item =
                new Item(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "SHOP-1",
                        "Pay by invoice",
                        "READY",
                        estimate,
                        0,
                        1,
                        1);
        return SprintItem.create(SPRINT, item, NOW);
    }
}
