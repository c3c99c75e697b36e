package dev.steward.backlog.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How much an item was asked for on the day `asOf`. It fades by half in each half-life; nobody
/// sends anything for that, so whoever reads it asks for a day.
///
/// @param companies the sum of the companies' terms
/// @param individuals the sum of the terms of people without a company, uncapped
/// @param individualsCap the most that these people count together, after fading
/// @param halfLifeDays days in which demand fades to half
public record Demand(
        double companies,
        double individuals,
        double individualsCap,
        double halfLifeDays,
        LocalDate asOf,
        int companyCount,
        int personCount) {

    /// Of an item that nobody asked for. Nothing fades to nothing, so the day does not matter.
    public static final Demand NONE = new Demand(0, 0, 0, 1, LocalDate.EPOCH, 0, 0);

    /// Below this many companies a total would tell what one of them is worth.
    private static final int MIN_COMPANIES_FOR_ANONYMITY = 3;

    /// @param day a UTC day; one before `asOf` counts as `asOf`
    /// @return with 6 decimals
    public BigDecimal on(LocalDate day) {
        var age = Math.max(0, ChronoUnit.DAYS.between(asOf, day));
        var faded = Math.pow(0.5, age / halfLifeDays);
        var demand = companies * faded + Math.min(individualsCap, individuals * faded);
        return BigDecimal.valueOf(demand).setScale(6, RoundingMode.HALF_UP);
    }

    /// Whether so few companies stand behind it that only those who may know what a company is
    /// worth see it exactly.
    public boolean isConfidential() {
        return companyCount < MIN_COMPANIES_FOR_ANONYMITY;
    }
}
