package dev.steward.backlog.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How much customers ask for an item, as of the day `asOf`. Demand fades to half in each half-life
/// without any event, so readers ask for a day.
///
/// @param companies sum over the companies
/// @param individuals sum over people without a company, not limited
/// @param individualsCap most that these people count together, after fading
/// @param halfLifeDays days in which demand fades to half
public record Demand(
        double companies,
        double individuals,
        double individualsCap,
        double halfLifeDays,
        LocalDate asOf,
        int companyCount,
        int personCount) {

    /// No demand. The day does not matter.
    public static final Demand NONE = new Demand(0, 0, 0, 1, LocalDate.EPOCH, 0, 0);

    /// With fewer companies, the total would reveal what a single one is worth.
    private static final int MIN_COMPANIES_FOR_ANONYMITY = 3;

    /// @param day a UTC day; one before `asOf` counts as `asOf`
    /// @return 6 decimals
    public BigDecimal on(LocalDate day) {
        var age = Math.max(0, ChronoUnit.DAYS.between(asOf, day));
        var faded = Math.pow(0.5, age / halfLifeDays);
        var demand = companies * faded + Math.min(individualsCap, individuals * faded);
        return BigDecimal.valueOf(demand).setScale(6, RoundingMode.HALF_UP);
    }

    /// Whether so few companies ask that only callers who may know what a company is worth see it
    /// exactly.
    public boolean isConfidential() {
        return companyCount < MIN_COMPANIES_FOR_ANONYMITY;
    }
}
