package dev.steward.backlog.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /// The example in the domain's definition: a company capped at 10, one of 1.693147, and a
    /// person of 0.176777.
    private static final Demand CHECK = new Demand(11.693147, 0.176777, 24, 180, DAY, 2, 1);

    @Test
    void isTheCompaniesAndThePeopleOnItsDay() {
        assertThat(CHECK.on(DAY)).isEqualByComparingTo("11.869924");
    }

    @Test
    void fadesToHalfInAHalfLife() {
        assertThat(CHECK.on(DAY.plusDays(180))).isEqualByComparingTo("5.934962");
    }

    @Test
    void capsThePeopleAfterFading() {
        var crowd = new Demand(0, 48, 24, 180, DAY, 0, 192);
        assertThat(crowd.on(DAY)).isEqualByComparingTo("24");
        assertThat(crowd.on(DAY.plusDays(180))).isEqualByComparingTo("24");
        assertThat(crowd.on(DAY.plusDays(360))).isEqualByComparingTo("12");
    }

    @Test
    void doesNotGrowTowardsThePast() {
        assertThat(CHECK.on(DAY.minusDays(1))).isEqualByComparingTo("11.869924");
    }

    @Test
    void isZeroWithoutDemand() {
        assertThat(Demand.NONE.on(DAY)).isEqualByComparingTo("0");
    }

    @Test
    void isConfidentialBelowThreeCompanies() {
        assertThat(CHECK.isConfidential()).isTrue();
        assertThat(new Demand(3, 0, 24, 180, DAY, 3, 3).isConfidential()).isFalse();
    }
}
