package dev.steward.feedback.demand;

import static dev.steward.feedback.demand.DemandFixture.SETTINGS;
import static dev.steward.feedback.demand.DemandFixture.TODAY;
import static dev.steward.feedback.demand.DemandFixture.company;
import static dev.steward.feedback.demand.DemandFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemandViewTest {

    private static final Party BIG = company(3, "Enterprise", 1_000_000, 0);
    private static final Party SMALL = company(2, null, 100_000, 180);

    @Test
    void theTotalOfFewCompaniesHasOneDigitForWhoMayNotSeeThem() {
        var view = total(BIG, SMALL, person(1, 90));
        assertThat(view.demand()).isEqualTo("10");
        assertThat(view.companyCount()).isEqualTo(2);
        assertThat(view.personCount()).isEqualTo(3);
        assertThat(view.terms()).isNull();
        assertThat(total(person(1, 90)).demand()).isEqualTo("0.2");
    }

    @Test
    void ofThreeCompaniesItIsExact() {
        assertThat(total(BIG, SMALL, SMALL).demand()).isEqualTo("13.386294");
    }

    @Test
    void itsTermsNameCompaniesAndAllOtherPeopleTogether() {
        var people = Stream.of(SMALL, BIG, person(1, 90), person(1, 90)).toList();
        var view = withTerms(people);
        assertThat(view.demand()).isEqualTo("12.046700");
        assertThat(view.terms())
                .extracting(DemandView.Term::value)
                .map(value -> value.toPlainString())
                .containsExactly("10.000000", "1.693147", "0.353553");
        assertThat(view.terms())
                .extracting(DemandView.Term::capped)
                .containsExactly(true, false, false);
        assertThat(view.terms()).last().extracting(DemandView.Term::customer).isNull();
    }

    @Test
    void peopleWithoutACompanyAreCappedTogether() {
        var crowd = IntStream.range(0, 100).mapToObj(_ -> person(3, 0)).toList();
        assertThat(withTerms(crowd).terms())
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.value()).isEqualTo("24.000000");
                    assertThat(term.capped()).isTrue();
                });
    }

    private static DemandView total(Party... parties) {
        return DemandView.total(demand(List.of(parties)), TODAY);
    }

    private static DemandView withTerms(List<Party> parties) {
        return DemandView.withTerms(demand(parties), parties, TODAY, SETTINGS);
    }

    private static ItemDemand demand(List<Party> parties) {
        var demand = Demand.of(parties, TODAY, SETTINGS);
        return new ItemDemand(UUID.randomUUID(), UUID.randomUUID(), demand);
    }
}
