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
        work.take(WorkStatus.IN_PROGRESS, item, null);
        work.carryTo(UUID.randomUUID());
        work.leave(null);
        var again = work.selectFor(SPRINT, TEAM, item);
        assertThat(again.version()).isEqualTo(5);
    }

    @Test
    void whatIsCarriedIsBegunAgain() {
        work.selectFor(SPRINT, TEAM, item);
        work.take(WorkStatus.IN_PROGRESS, item, null);
        assertThat(work.carryTo(UUID.randomUUID()).state().status()).isEqualTo(WorkStatus.SELECTED);
    }

    @Test
    void namesEachFieldThatChanged() {
        var selected = work.selectFor(SPRINT, TEAM, item);
        assertThat(selected.changes().fields()).containsOnlyKeys("status", "sprintId", "teamId");
    }

    @Test
    void whatIsDoneIsNotSelectedAgain() {
        work.take(WorkStatus.SELECTED, item, null);
        work.take(WorkStatus.IN_PROGRESS, item, null);
        work.take(WorkStatus.DONE, item, null);
        assertThatThrownBy(() -> work.selectFor(SPRINT, TEAM, item)).isInstanceOf(WorkIs.class);
    }

    @Test
    void onlyWhatIsReadyIsPutOnTheDesk() {
        assertThatThrownBy(() -> work.take(WorkStatus.SELECTED, item("NEW", 1), null))
                .isInstanceOf(ItemsNotReady.class);
    }

    @Test
    void hasSeenTheItemAsItWasSelected() {
        work.selectFor(SPRINT, TEAM, item("READY", 4));
        assertThat(work.hasNotSeen(item("DROPPED", 4))).isFalse();
        assertThat(work.hasNotSeen(item("DROPPED", 5))).isTrue();
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
