package dev.steward.backlog.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryStateTest {

    @Test
    void triesTheWholeAFewTimesThenHalvesDownToOneAndGivesThatUp() {
        List<Integer> sizes = new ArrayList<>();
        var retryState = RetryState.NONE.beforeAttempt(0, 10);
        while (!retryState.isGivenUp(10)) {
            sizes.add(retryState.size(10));
            retryState = tookTooLong(retryState).beforeAttempt(0, 10);
        }
        assertThat(sizes).containsExactly(10, 10, 10, 5, 2, 1, 1, 1);
    }

    @Test
    void isOverBehindWhatFailed() {
        var halved = new RetryState(1, 0, 1, 10);
        assertThat(halved.beforeAttempt(5, 10).size(10)).isEqualTo(2);
        assertThat(halved.beforeAttempt(10, 10).size(10)).isEqualTo(10);
    }

    @Test
    void takesOneAtATimeWhereTriesHaveNoEnd() {
        assertThat(new RetryState(0, 1, 0, 0).beforeAttempt(0, 10).size(10)).isEqualTo(10);
        assertThat(new RetryState(0, 2, 0, 0).beforeAttempt(0, 10).size(10)).isEqualTo(1);
    }

    @Test
    void givesUpWhatCannotBeDividedAfterAFewTries() {
        assertThat(new RetryState(2, 0, 0, 0).beforeAttempt(0, 1).isGivenUp(1)).isFalse();
        assertThat(new RetryState(2, 1, 0, 0).beforeAttempt(0, 1).isGivenUp(1)).isTrue();
    }

    private static RetryState tookTooLong(RetryState begun) {
        return new RetryState(begun.tries() + 1, begun.begun(), begun.halved(), begun.until());
    }
}
