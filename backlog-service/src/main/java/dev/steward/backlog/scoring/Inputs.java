package dev.steward.backlog.scoring;

import dev.steward.backlog.demand.Demand;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of an item on a day.
///
/// @param effort the estimate
/// @param confidence a share, 0 to 1
/// @param demand as of its own day; `day` says on which day it counts
record Inputs(
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
