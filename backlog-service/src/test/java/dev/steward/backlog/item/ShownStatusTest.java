package dev.steward.backlog.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.work.WorkStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShownStatusTest {

    @ParameterizedTest
    @EnumSource
    void releasedCountsBeforeAnyWork(WorkStatus work) {
        assertThat(ShownStatus.of(ItemStatus.READY, work, true)).isEqualTo(ShownStatus.RELEASED);
    }

    @ParameterizedTest
    @EnumSource
    void droppedCountsBeforeAnyWork(WorkStatus work) {
        assertThat(ShownStatus.of(ItemStatus.DROPPED, work, false)).isEqualTo(ShownStatus.DROPPED);
    }

    @ParameterizedTest
    @EnumSource(value = WorkStatus.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void workCountsBeforeTheItemsOwnStatus(WorkStatus work) {
        assertThat(ShownStatus.of(ItemStatus.NEW, work, false).name()).isEqualTo(work.name());
    }

    @ParameterizedTest
    @EnumSource
    void withoutWorkItIsTheItemsOwn(ItemStatus own) {
        assertThat(ShownStatus.of(own, WorkStatus.NONE, false).name()).isEqualTo(own.name());
    }
}
