package dev.steward.gateway.limit;

import static dev.steward.gateway.limit.SharedCapacity.Acquisition.ALL_IN_USE;
import static dev.steward.gateway.limit.SharedCapacity.Acquisition.CALLERS_SHARE_IN_USE;
import static dev.steward.gateway.limit.SharedCapacity.Acquisition.GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedCapacityTest {

    private final SharedCapacity capacity = new SharedCapacity(5, 3);

    @Test
    void leavesSomethingToOthers() {
        assertThat(capacity.acquire("greedy", 3)).isEqualTo(GRANTED);
        assertThat(capacity.acquire("greedy", 1)).isEqualTo(CALLERS_SHARE_IN_USE);
        assertThat(capacity.acquire("other", 2)).isEqualTo(GRANTED);
        assertThat(capacity.acquire("third", 1)).isEqualTo(ALL_IN_USE);
    }

    @Test
    void takesNothingWhenItRefuses() {
        capacity.acquire("greedy", 3);
        capacity.acquire("greedy", 3);
        capacity.acquire("other", 3);
        assertThat(capacity.used()).isEqualTo(3);
        capacity.release("greedy", 3);
        assertThat(capacity.acquire("greedy", 3)).isEqualTo(GRANTED);
        assertThat(capacity.acquire("other", 2)).isEqualTo(GRANTED);
    }
}
