package dev.steward.backlog;

import dev.steward.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheArchitectureRules() {
        HouseRules.check("dev.steward.backlog");
    }
}
