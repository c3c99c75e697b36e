package dev.steward.backlog.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.order.rank.RankChange;
import dev.steward.platform.testing.LoadedEntity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProductOrderTest {

    private static final RankChange MOVED = new RankChange(UUID.randomUUID(), "a", "b", false);

    private final ProductOrder order =
            LoadedEntity.of(
                    ProductOrder.class,
                    Map.of("productId", UUID.randomUUID(), "orderVersion", 4, "version", 9));

    @Test
    void aChangeRaisesTheVersionThatPeopleSee() {
        var changed = order.changed(moves(1));
        assertThat(changed)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.version()).isEqualTo(10);
                    assertThat(event.orderVersion()).isEqualTo(5);
                    assertThat(event.reason()).isEqualTo("The customer waits");
                });
        assertThat(order.orderVersion()).isEqualTo(5);
    }

    @Test
    void nobodySeesThatRanksWereSpread() {
        var spread = new Reorder(Reorder.Kind.SPREAD, List.of(MOVED.asMadeRoom()), null);
        assertThat(order.changed(spread)).hasSize(1);
        assertThat(order.orderVersion()).isEqualTo(4);
        assertThat(order.version()).isEqualTo(10);
    }

    @Test
    void noRankChangedIsNoEvent() {
        assertThat(order.changed(moves(0))).isEmpty();
        assertThat(order.orderVersion()).isEqualTo(4);
        assertThat(order.version()).isEqualTo(9);
    }

    @Test
    void aLargeChangeIsSeenAtOnceAndToldInParts() {
        var parts = order.changed(moves(2_001));
        assertThat(parts).extracting(part -> part.part().number()).containsExactly(1, 2, 3);
        assertThat(parts).extracting(part -> part.part().of()).containsOnly(3);
        assertThat(parts)
                .extracting(part -> part.part().moves().size())
                .containsExactly(1_000, 1_000, 1);
        assertThat(parts).extracting(OrderChanged::orderVersion).containsOnly(5L);
        assertThat(parts).extracting(OrderChanged::version).containsExactly(10L, 11L, 12L);
        assertThat(parts).extracting(part -> part.reorder().moved()).containsOnly(2_001L);
    }

    @Test
    void whatOnlyMadeRoomWasNotMoved() {
        var reorder = new Reorder(Reorder.Kind.MOVE, List.of(MOVED, MOVED.asMadeRoom()), null);
        assertThat(order.changed(reorder).getFirst().reorder().moved()).isOne();
    }

    @Test
    void refusesWhoHasSeenAnotherVersion() {
        assertThatCode(() -> order.checkVersion(4L)).doesNotThrowAnyException();
        assertThatCode(() -> order.checkVersion(null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> order.checkVersion(3L))
                .hasFieldOrPropertyWithValue("code", "order-moved")
                .hasMessageContaining("4");
    }

    @Test
    void isReservedForAJobUntilItReleasesIt() {
        order.reserveFor(UUID.randomUUID());
        assertThatThrownBy(order::checkNotBusy).hasFieldOrPropertyWithValue("code", "order-busy");
        order.switchTo();
        assertThat(order.orderVersion()).isEqualTo(5);
        order.release();
        assertThatCode(order::checkNotBusy).doesNotThrowAnyException();
    }

    private static Reorder moves(int items) {
        return new Reorder(
                Reorder.Kind.MOVE,
                Stream.generate(() -> MOVED).limit(items).toList(),
                "The customer waits");
    }
}
