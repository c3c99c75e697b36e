package dev.steward.feedback.demand;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/// How much an item is asked for, as of a day. Calculated in double, whose error is far below the 6
/// decimals that are stored, rounded half up. Parties are summed in a fixed order, so that the same
/// input gives the same number.
///
/// @param companies sum of the terms of all companies
/// @param individuals sum over people without a company, before the cap
/// @param individualsCap the most that all people without a company add together
/// @param halfLife days after which a term counts half
/// @param asOf the UTC day of the sums
/// @param companyCount number of companies that ask
/// @param personCount number of people who ask, with or without a company
@Embeddable
public record Demand(
        BigDecimal companies,
        BigDecimal individuals,
        BigDecimal individualsCap,
        int halfLife,
        LocalDate asOf,
        int companyCount,
        int personCount) {

    private static final int DECIMALS = 6;

    /// Two figures rounded to 6 decimals on different days differ by up to one unit without any
    /// change.
    private static final double ROUNDING = 1.5e-6;

    static Demand of(List<Party> parties, LocalDate day, DemandSettings settings) {
        Predicate<Party> isCompany = party -> party.company() != null;
        var companies = parties.stream().filter(isCompany).toList();
        var individuals = parties.stream().filter(isCompany.negate()).toList();
        return new Demand(
                sum(companies, day, settings),
                sum(individuals, day, settings),
                decimal(settings.individualsCap()),
                settings.halfLife(),
                day,
                companies.size(),
                parties.stream().mapToInt(Party::people).sum());
    }

    static Demand none(LocalDate day, DemandSettings settings) {
        return of(List.of(), day, settings);
    }

    /// The demand on a day. Between two events only its age changes it.
    public BigDecimal on(LocalDate day) {
        var remaining = decayUntil(day);
        return decimal(
                companies.doubleValue() * remaining
                        + Math.min(
                                individualsCap.doubleValue(),
                                individuals.doubleValue() * remaining));
    }

    /// Whether only time has passed since an earlier one.
    boolean isSameApartFromAge(Demand earlier) {
        var remaining = earlier.decayUntil(asOf);
        return companyCount == earlier.companyCount
                && personCount == earlier.personCount
                && halfLife == earlier.halfLife
                && individualsCap.compareTo(earlier.individualsCap) == 0
                && isNear(companies, earlier.companies, remaining)
                && isNear(individuals, earlier.individuals, remaining);
    }

    private double decayUntil(LocalDate day) {
        return Math.pow(0.5, (double) Math.max(0, ChronoUnit.DAYS.between(asOf, day)) / halfLife);
    }

    private static boolean isNear(BigDecimal now, BigDecimal then, double remaining) {
        return Math.abs(now.doubleValue() - then.doubleValue() * remaining) < ROUNDING;
    }

    private static BigDecimal sum(List<Party> parties, LocalDate day, DemandSettings settings) {
        return decimal(parties.stream().mapToDouble(party -> party.termOn(day, settings)).sum());
    }

    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
