package dev.steward.system;

import dev.steward.system.Journey.Mishaps;
import org.junit.jupiter.api.Test;

class JourneyTest {

    /// One backlog-service dies with an import in its hands, feedback-service while it tells
    /// people.
    @Test
    void theLoopClosesAlsoWhenServicesDieInTheMiddle() {
        var system = RunningSystem.get();
        new Journey(
                        new Mishaps(
                                () -> system.backlog().killAndStartAgain(),
                                () -> system.feedback().killAndStartAgain()))
                .walk();
        Invariants.hold();
    }
}
