package dev.steward.gateway.limit;

import static dev.steward.gateway.limit.SharedCapacity.Taken.ALL_IN_USE;
import static dev.steward.gateway.limit.SharedCapacity.Taken.CALLERS_SHARE_IN_USE;
import static dev.steward.gateway.limit.SharedCapacity.Taken.GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedCapacityTest {

    private final SharedCapacity capacity = new SharedCapacity(5, 3);

    @Test
    void leavesSomethingToOthers() {
        assertThat(capacity.take("greedy", 3)).isEqualTo(GRANTED);
        assertThat(capacity.take("greedy", 1)).isEqualTo(CALLERS_SHARE_IN_USE);
        assertThat(capacity.take("other", 2)).isEqualTo(GRANTED);
        assertThat(capacity.take("third", 1)).isEqualTo(ALL_IN_USE);
    }

    @Test
    void takesNothingWhenItRefuses() {
        capacity.take("greedy", 3);
        capacity.take("greedy", 3);
        capacity.take("other", 3);
        assertThat(capacity.used()).isEqualTo(3);
        capacity.give("greedy", 3);
        assertThat(capacity.take("greedy", 3)).isEqualTo(GRANTED);
        assertThat(capacity.take("other", 2)).isEqualTo(GRANTED);
    }
}
