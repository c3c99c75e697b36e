package dev.steward.backlog.order.proposal;

import static dev.steward.backlog.order.proposal.RankedItemFixture.id;
import static dev.steward.backlog.order.proposal.RankedItemFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.order.proposal.ManualMoveQuery.ManualMove;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.platform.access.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Items 1 to 5 are in this order; one of them was moved here by hand.
class UndoneMovesTest {

    @Test
    void isWhenWhatAnItemWasPutAboveComesAboveItAgain() {
        assertThat(undoes(move(1, 4), 1, 2, 0, 3, 4)).isTrue();
    }

    @Test
    void isWhenWhatAnItemWasPutBelowComesBelowItAgain() {
        assertThat(undoes(moveDown(2, 1), 1, 0, 2, 3, 4)).isTrue();
    }

    @Test
    void isNotWhenOnlyOthersComeAbove() {
        // 5 comes to the top; 2 was moved above 3, and still is.
        assertThat(undoes(move(2, 3), 1, 2, 3, 4, 0)).isFalse();
    }

    @Test
    void isNotWhenTheItemGoesOnInItsDirection() {
        assertThat(undoes(move(2, 4), 1, 0, 2, 3, 4)).isFalse();
    }

    @Test
    void isNotOfAMoveThatSomebodyHasReversed() {
        assertThat(undoes(move(3, 3), 4, 3, 2, 1, 0)).isFalse();
    }

    @Test
    void isNotOfAnItemThatIsNoLongerInTheOrder() {
        assertThat(undoes(move(9, 2), 0, 1, 2, 3, 4)).isFalse();
    }

    /// @param after the new position of each item, counted from 0
    private static boolean undoes(ManualMove move, int... after) {
        var items =
                IntStream.rangeClosed(1, after.length).mapToObj(RankedItemFixture::item).toList();
        return new UndoneMoves(order(items), List.of(move), after).undoes(move);
    }

    /// From directly below another item.
    private static ManualMove move(int item, int fromBelow) {
        return from(item, Rank.between(Rank.ofNumber(fromBelow), Rank.ofNumber(fromBelow + 1)));
    }

    /// From directly above another item.
    private static ManualMove moveDown(int item, int fromAbove) {
        return from(item, Rank.between(Rank.ofNumber(fromAbove - 1), Rank.ofNumber(fromAbove)));
    }

    private static ManualMove from(int item, Rank rank) {
        return new ManualMove(
                id(item), rank, 1, Instant.EPOCH, new Person("olivia", null), null, null);
    }
}
