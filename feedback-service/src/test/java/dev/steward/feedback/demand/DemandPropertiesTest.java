package dev.steward.feedback.demand;

import static dev.steward.feedback.demand.DemandFixture.SETTINGS;
import static dev.steward.feedback.demand.DemandFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DemandPropertiesTest {

    /// The error of two values rounded to 6 decimals, and of their sum.
    private static final BigDecimal ROUNDING = new BigDecimal("0.000003");

    @Property(tries = 300)
    void agesToTheSameValueAsARecalculation(
            @ForAll("parties") List<Party> parties, @ForAll @IntRange(max = 1_000) int days) {
        var day = TODAY.plusDays(days);
        var aged = Demand.of(parties, TODAY, SETTINGS);
        var anew = Demand.of(parties, day, SETTINGS);
        assertThat(aged.on(day)).isCloseTo(anew.on(day), within(ROUNDING));
        assertThat(anew.isSameApartFromAge(aged)).isTrue();
    }

    @Property(tries = 300)
    void oneMorePartyNeverLowersIt(
            @ForAll("parties") List<Party> parties, @ForAll("party") Party more) {
        var with = new java.util.ArrayList<>(parties);
        with.add(more);
        assertThat(Demand.of(with, TODAY, SETTINGS).on(TODAY))
                .isGreaterThanOrEqualTo(Demand.of(parties, TODAY, SETTINGS).on(TODAY));
    }

    @Property(tries = 300)
    void noCompanyAddsMoreThanTheCap(@ForAll("parties") List<Party> parties) {
        var demand = Demand.of(parties, TODAY, SETTINGS);
        assertThat(demand.on(TODAY))
                .isLessThanOrEqualTo(BigDecimal.valueOf(10L * demand.companyCount() + 24));
    }

    @Provide
    Arbitrary<List<Party>> parties() {
        return party().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Party> party() {
        var importance = Arbitraries.integers().between(0, 3);
        var age = Arbitraries.integers().between(0, 2_000);
        var company =
                Combinators.combine(
                                importance,
                                Arbitraries.of("Enterprise", "Mid-market").injectNull(0.2),
                                Arbitraries.integers().between(0, 50_000_000).injectNull(0.3),
                                age)
                        .as(DemandFixture::company);
        return Arbitraries.oneOf(
                company, Combinators.combine(importance, age).as(DemandFixture::person));
    }
}
