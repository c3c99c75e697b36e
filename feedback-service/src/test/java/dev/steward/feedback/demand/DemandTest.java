package dev.steward.feedback.demand;

import static dev.steward.feedback.demand.DemandFixture.SETTINGS;
import static dev.steward.feedback.demand.DemandFixture.TODAY;
import static dev.steward.feedback.demand.DemandFixture.company;
import static dev.steward.feedback.demand.DemandFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandTest {

    private final Party capped = company(3, "Enterprise", 1_000_000, 0);
    private final Party halved = company(2, null, 100_000, 180);
    private final Party alone = person(1, 90);

    /// The worked example of the formula.
    @Test
    void matchesTheExampleOfTheDomainModel() {
        assertThat(demand(capped).on(TODAY)).isEqualTo("10.000000");
        assertThat(demand(halved).on(TODAY)).isEqualTo("1.693147");
        assertThat(demand(alone).on(TODAY)).isEqualTo("0.176777");
        assertThat(demand(capped, halved, alone).on(TODAY)).isEqualTo("11.869924");
    }

    @Test
    void countsCompaniesAndAllPeople() {
        var demand = demand(new Party(1, TODAY, 3, capped.company()), halved, alone);
        assertThat(demand.companyCount()).isEqualTo(2);
        assertThat(demand.personCount()).isEqualTo(5);
    }

    @Test
    void isZeroWhenNobodyAsks() {
        assertThat(demand().on(TODAY)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void aCompanyOfUnknownRevenueCountsAsOneWithout() {
        assertThat(demand(company(2, null, null, 0)).on(TODAY)).isEqualTo("2.000000");
    }

    @Test
    void importanceZeroAddsNothingButCounts() {
        var demand = demand(person(0, 0));
        assertThat(demand.on(TODAY)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(demand.personCount()).isOne();
    }

    @Test
    void aVoteInTheFutureCountsAsToday() {
        assertThat(demand(person(1, -30)).on(TODAY)).isEqualTo(demand(person(1, 0)).on(TODAY));
    }

    @Test
    void peopleWithoutACompanyAreCappedTogether() {
        var crowd = demand(Collections.nCopies(1_000, person(3, 0)).toArray(Party[]::new));
        assertThat(crowd.individuals()).isEqualTo("750.000000");
        assertThat(crowd.on(TODAY)).isEqualTo("24.000000");
        assertThat(crowd.on(TODAY.plusDays(180)))
                .as("the cap does not age, the crowd does")
                .isEqualTo("24.000000");
        assertThat(crowd.on(TODAY.plusDays(1_800))).isEqualTo("0.732422");
    }

    @Test
    void halvesAfterTheHalfLife() {
        assertThat(demand(capped).on(TODAY.plusDays(180))).isEqualTo("5.000000");
    }

    @Test
    void ageAloneIsNoChange() {
        var later = Demand.of(List.of(halved, alone), TODAY.plusDays(77), SETTINGS);
        assertThat(later.isSameApartFromAge(demand(halved, alone))).isTrue();
    }

    @Test
    void anotherVoteIsAChangeHoweverSmall() {
        assertThat(demand(halved, person(0, 0)).isSameApartFromAge(demand(halved))).isFalse();
    }

    private static Demand demand(Party... parties) {
        return Demand.of(List.of(parties), TODAY, SETTINGS);
    }
}
