package dev.steward.backlog.order;

import static dev.steward.backlog.order.RankedItemFixture.id;
import static dev.steward.backlog.order.RankedItemFixture.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.order.ManualMoves.ManualMove;
import dev.steward.platform.access.Person;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Items 1 to 5 stand in this order; one of them has been moved here by hand.
class UndoingTest {

    @Test
    void isWhenWhatAnItemWasPutAboveComesAboveItAgain() {
        assertThat(undoing(1, 2, 0, 3, 4).undoes(move(1, 4))).isTrue();
    }

    @Test
    void isWhenWhatAnItemWasPutBelowComesBelowItAgain() {
        assertThat(undoing(1, 0, 2, 3, 4).undoes(moveDown(2, 1))).isTrue();
    }

    @Test
    void isNotWhenOnlyOthersComeAbove() {
        // 5 comes to the top; 2 was moved above 3, and still is.
        assertThat(undoing(1, 2, 3, 4, 0).undoes(move(2, 3))).isFalse();
    }

    @Test
    void isNotWhenTheItemGoesOnInItsDirection() {
        assertThat(undoing(1, 0, 2, 3, 4).undoes(move(2, 4))).isFalse();
    }

    @Test
    void isNotOfAMoveThatSomebodyHasReversed() {
        assertThat(undoing(4, 3, 2, 1, 0).undoes(move(3, 3))).isFalse();
    }

    @Test
    void isNotOfAnItemThatIsNoLongerInTheOrder() {
        assertThat(undoing(0, 1, 2, 3, 4).undoes(move(9, 2))).isFalse();
    }

    /// @param after the new position of each item, counted from 0
    private static Undoing undoing(int... after) {
        return new Undoing(items(after.length), after);
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
