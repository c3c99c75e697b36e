package dev.steward.feedback;

import dev.steward.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("dev.steward.feedback");
    }
}
