package dev.steward.backlog.scoring.model;

import dev.steward.backlog.demand.Demand;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Situations of an item, as a scoring model sees it.
final class InputsFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private InputsFixture() {}

    static Inputs unknownItem() {
        return valued(null, null, null);
    }

    static Inputs valued(
            @Nullable Number value, @Nullable Number timeCriticality, @Nullable Number effort) {
        return new Inputs(
                number(value),
                number(timeCriticality),
                null,
                null,
                null,
                null,
                number(effort),
                Demand.NONE,
                TODAY);
    }

    static Inputs reaching(
            @Nullable Number reach,
            @Nullable Number impact,
            @Nullable Number confidence,
            Number effort) {
        return new Inputs(
                null,
                null,
                null,
                number(reach),
                number(impact),
                number(confidence),
                number(effort),
                Demand.NONE,
                TODAY);
    }

    static Inputs askedFor(Inputs inputs, double demand, int people) {
        return new Inputs(
                inputs.value(),
                inputs.timeCriticality(),
                inputs.riskReduction(),
                inputs.reach(),
                inputs.impact(),
                inputs.confidence(),
                inputs.effort(),
                new Demand(demand, 0, 24, 180, TODAY, 1, people),
                TODAY);
    }

    static @Nullable BigDecimal number(@Nullable Number number) {
        return number == null ? null : new BigDecimal(number.toString());
    }
}
