package dev.steward.feedback.demand;

import static dev.steward.feedback.demand.DemandFixture.SETTINGS;
import static dev.steward.feedback.demand.DemandFixture.TODAY;
import static dev.steward.feedback.demand.DemandFixture.company;
import static dev.steward.feedback.demand.DemandFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemDemandTest {

    private final ItemDemand demand =
            new ItemDemand(UUID.randomUUID(), UUID.randomUUID(), Demand.none(TODAY, SETTINGS));

    @Test
    void theFirstVoiceIsItsFirstEvent() {
        assertThat(demand.version()).isZero();
        var changed = demand.update(asked(TODAY)).orElseThrow();
        assertThat(changed.changes().fields())
                .containsOnlyKeys("companies", "individuals", "companyCount", "personCount");
        assertThat(changed.aggregate().version()).isOne();
        assertThat(demand.demand()).isEqualTo(asked(TODAY));
    }

    @Test
    void nothingIsSentForItsAge() {
        demand.update(asked(TODAY));
        assertThat(demand.update(asked(TODAY.plusDays(77)))).isEmpty();
        assertThat(demand.version()).isOne();
    }

    @Test
    void itGoesWithTheLastVoice() {
        demand.update(asked(TODAY));
        var gone = demand.update(Demand.none(TODAY, SETTINGS)).orElseThrow();
        assertThat(gone.aggregate().version()).isEqualTo(2);
        assertThat(demand.demand().on(TODAY)).isZero();
    }

    private static Demand asked(LocalDate day) {
        return Demand.of(List.of(company(2, null, 100_000, 0), person(1, 90)), day, SETTINGS);
    }
}
