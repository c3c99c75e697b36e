package dev.steward.sprint.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.sprint.item.Item;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkTest {

    private static final UUID SPRINT = UUID.randomUUID();
    private static final UUID TEAM = UUID.randomUUID();

    private final Item item = item("READY", 1);
    private final Work work = Work.none(item.id(), item.productId());

    @Test
    void hasOneVersionAcrossAllSprints() {
        work.selectFor(SPRINT, TEAM, item);
        work.changeStatus(WorkStatus.IN_PROGRESS, item, null);
        work.carryToSprint(UUID.randomUUID());
        work.leaveSprint(null);
        var again = work.selectFor(SPRINT, TEAM, item);
        assertThat(again.version()).isEqualTo(5);
    }

    @Test
    void carriedWorkIsSelectedAgain() {
        work.selectFor(SPRINT, TEAM, item);
        work.changeStatus(WorkStatus.IN_PROGRESS, item, null);
        assertThat(work.carryToSprint(UUID.randomUUID()).state().status())
                .isEqualTo(WorkStatus.SELECTED);
    }

    @Test
    void namesEachFieldThatChanged() {
        var selected = work.selectFor(SPRINT, TEAM, item);
        assertThat(selected.changes().fields()).containsOnlyKeys("status", "sprintId", "teamId");
    }

    @Test
    void doneWorkIsNotSelectedAgain() {
        work.changeStatus(WorkStatus.SELECTED, item, null);
        work.changeStatus(WorkStatus.IN_PROGRESS, item, null);
        work.changeStatus(WorkStatus.DONE, item, null);
        assertThatThrownBy(() -> work.selectFor(SPRINT, TEAM, item))
                .isInstanceOf(WrongWorkStatus.class);
    }

    @Test
    void onlyReadyItemsAreSelected() {
        assertThatThrownBy(() -> work.changeStatus(WorkStatus.SELECTED, item("NEW", 1), null))
                .isInstanceOf(ItemsNotReady.class);
    }

    @Test
    void remembersTheVersionOfTheSelectedItem() {
        work.selectFor(SPRINT, TEAM, item("READY", 4));
        assertThat(work.isBehind(item("DROPPED", 4))).isFalse();
        assertThat(work.isBehind(item("DROPPED", 5))).isTrue();
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
