package dev.steward.backlog.scoring.model;

import dev.steward.backlog.demand.Demand;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The inputs of an item's score on a day.
///
/// @param effort the estimate
/// @param confidence 0 to 1
/// @param demand as of its own day; `day` is the day on which it counts
public record Inputs(
        @Nullable BigDecimal value,
        @Nullable BigDecimal timeCriticality,
        @Nullable BigDecimal riskReduction,
        @Nullable BigDecimal reach,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal confidence,
        @Nullable BigDecimal effort,
        Demand demand,
        LocalDate day) {

    BigDecimal demandToday() {
        return demand.on(day);
    }
}
