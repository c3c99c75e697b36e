package dev.steward.sprint.work;

import static dev.steward.sprint.work.WorkStatus.DONE;
import static dev.steward.sprint.work.WorkStatus.IN_PROGRESS;
import static dev.steward.sprint.work.WorkStatus.NONE;
import static dev.steward.sprint.work.WorkStatus.SELECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import dev.steward.sprint.item.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTest {

    private static final UUID SPRINT = UUID.randomUUID();
    private static final UUID TEAM = UUID.randomUUID();

    private final Item item = item("READY", 1);
    private final Work work = Work.none(item.id(), item.productId());

    @Test
    void isDoneStepByStep() {
        assertThat(Stream.of(SELECTED, IN_PROGRESS, DONE).map(this::change))
                .extracting(WorkEvent::happened)
                .containsExactly("selected", "started", "done");
        assertThat(work.version()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, NONE, work-is-none",
        "NONE, IN_PROGRESS, work-is-none",
        "NONE, DONE, work-is-none",
        "SELECTED, SELECTED, work-is-selected",
        "SELECTED, DONE, work-is-selected",
        "IN_PROGRESS, SELECTED, work-is-in-progress",
        "IN_PROGRESS, IN_PROGRESS, work-is-in-progress",
        "DONE, NONE, work-is-done",
        "DONE, SELECTED, work-is-done",
        "DONE, DONE, work-is-done"
    })
    void skipsNoStep(WorkStatus from, WorkStatus to, String code) {
        reach(from);
        refuses(() -> change(to), code);
        assertThat(work.status()).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({"SELECTED", "IN_PROGRESS"})
    void isTakenBackWithItsAssignee(WorkStatus from) {
        reach(from);
        work.assign("dana", item);
        var removed = change(NONE);
        assertThat(removed.happened()).isEqualTo("removed");
        assertThat(removed.changes().fields()).containsOnlyKeys("status", "assignee");
        assertThat(work.assignee()).isNull();
        assertThat(work.isUntouched()).isTrue();
    }

    @Test
    void isReopenedWithAReason() {
        reach(DONE);
        var reopened = work.changeStatus(IN_PROGRESS, item, "It broke.");
        assertThat(reopened).isInstanceOf(WorkEvent.Reopened.class);
        assertThat(reopened.reason()).isEqualTo("It broke.");
        assertThat(work.status()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void isNotReopenedWithoutAReason() {
        reach(DONE);
        for (var reason : Stream.of(null, " ").toList()) {
            assertThat(
                            catchThrowableOfType(
                                            Invalid.class,
                                            () -> work.changeStatus(IN_PROGRESS, item, reason))
                                    .errors())
                    .extracting(FieldError::pointer)
                    .containsExactly("/reason");
        }
    }

    @Test
    void onlyReadyItemsAreSelected() {
        refuses(() -> work.changeStatus(SELECTED, item("NEW", 1), null), "item-not-ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROPPED", "DUPLICATE"})
    void nobodyWorksOnADiscardedItem(String status) {
        reach(SELECTED);
        var discarded = item(status, 2);
        for (var to : WorkStatus.values()) {
            refuses(() -> work.changeStatus(to, discarded, null), "item-is-dropped");
        }
        refuses(() -> work.assign("dana", discarded), "item-is-dropped");
        assertThat(work.needsReady(discarded)).isTrue();
    }

    @Test
    void isAssignedAndTakenFromAPerson() {
        var assigned = work.assign("dana", item).orElseThrow();
        assertThat(assigned.changes().fields()).containsOnlyKeys("assignee");
        assertThat(work.assign("dana", item)).as("the same").isEmpty();
        assertThat(work.assign(null, item)).isPresent();
        assertThat(work.assignee()).isNull();
    }

    @Test
    void selectionForASprintNamesEachFieldThatChanged() {
        var selected = work.selectFor(SPRINT, TEAM, item);
        assertThat(selected.changes().fields()).containsOnlyKeys("status", "sprintId", "teamId");
        assertThat(work.sprint()).contains(SPRINT);
    }

    @Test
    void whatIsInProgressGoesIntoASprintAsItIs() {
        reach(IN_PROGRESS);
        assertThat(work.needsReady(item)).isFalse();
        assertThat(work.selectFor(SPRINT, TEAM, item).state().status()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void isInOneSprintAtATime() {
        work.selectFor(SPRINT, TEAM, item);
        refuses(() -> work.selectFor(UUID.randomUUID(), TEAM, item), "item-in-sprint");
    }

    @Test
    void leavesItsSprintOnlyThroughTheSprint() {
        work.selectFor(SPRINT, TEAM, item);
        refuses(() -> change(NONE), "item-in-sprint");
    }

    @Test
    void doneWorkIsNotSelectedAgain() {
        reach(DONE);
        refuses(() -> work.selectFor(SPRINT, TEAM, item), "work-is-done");
    }

    @Test
    void takenOutOfItsSprintItIsNoneWithAReason() {
        work.selectFor(SPRINT, TEAM, item);
        var removed = work.leaveSprint("item-dropped");
        assertThat(removed).isInstanceOf(WorkEvent.Removed.class);
        assertThat(removed.reason()).isEqualTo("item-dropped");
        assertThat(work.isUntouched()).isTrue();
    }

    @Test
    void doneItStaysDoneWhenItsSprintEnds() {
        work.selectFor(SPRINT, TEAM, item);
        change(IN_PROGRESS);
        change(DONE);
        var concluded = work.leaveSprint(null);
        assertThat(concluded).isInstanceOf(WorkEvent.Concluded.class);
        assertThat(concluded.changes().fields()).containsOnlyKeys("sprintId");
        assertThat(work.status()).isEqualTo(DONE);
        assertThat(work.isIdle()).isTrue();
    }

    @Test
    void openItGoesBackToTheBacklog() {
        work.selectFor(SPRINT, TEAM, item);
        change(IN_PROGRESS);
        assertThat(work.returnToBacklog(null)).isInstanceOf(WorkEvent.Returned.class);
        assertThat(work.isUntouched()).isTrue();
    }

    @Test
    void carriedItIsSelectedAgain() {
        var next = UUID.randomUUID();
        work.selectFor(SPRINT, TEAM, item);
        change(IN_PROGRESS);
        var carried = work.carryToSprint(next);
        assertThat(carried).isInstanceOf(WorkEvent.Carried.class);
        assertThat(carried.state().status()).isEqualTo(SELECTED);
        assertThat(carried.state().sprintId()).isEqualTo(next);
    }

    @Test
    void hasOneVersionAcrossAllSprints() {
        work.selectFor(SPRINT, TEAM, item);
        change(IN_PROGRESS);
        work.carryToSprint(UUID.randomUUID());
        work.leaveSprint(null);
        assertThat(work.selectFor(SPRINT, TEAM, item).version()).isEqualTo(5);
    }

    @Test
    void remembersTheVersionOfTheSelectedItem() {
        work.selectFor(SPRINT, TEAM, item("READY", 4));
        assertThat(work.isBehind(item("DROPPED", 4))).isFalse();
        assertThat(work.isBehind(item("DROPPED", 5))).isTrue();
    }

    private void reach(WorkStatus status) {
        List.of(SELECTED, IN_PROGRESS, DONE).subList(0, status.ordinal()).forEach(this::change);
    }

    private WorkEvent change(WorkStatus to) {
        return work.changeStatus(to, item, null);
    }

    private static void refuses(ThrowingCallable step, String code) {
        assertThatThrownBy(step).hasFieldOrPropertyWithValue("code", code);
    }

    private static Item item(String status, long version) {
        return new Item(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "SHOP-1",
                "Pay by invoice",
                status,
                BigDecimal.TEN,
                0,
                1,
                version);
    }
}
