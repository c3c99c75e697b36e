package dev.steward.feedback.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A company with all its people who ask for an item, or one person without a company.
///
/// @param importance the highest of its votes, 0 to 3
/// @param newest UTC date of its newest vote
/// @param people number of distinct people, at least 1
/// @param company null for a person without one
record Party(int importance, LocalDate newest, int people, @Nullable Company company) {

    /// @param annualRevenue null when unknown, which counts as 0
    record Company(
            UUID id, String name, @Nullable String segment, @Nullable BigDecimal annualRevenue) {}

    /// Whole days; a date in the future counts as today.
    long ageOn(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(newest, day));
    }

    /// What this party adds to the demand on a day.
    double termOn(LocalDate day, DemandSettings settings) {
        return undecayed(settings) * settings.decay(ageOn(day));
    }

    boolean isCapped(DemandSettings settings) {
        return company != null && weighed(company, settings) > settings.cap();
    }

    private double undecayed(DemandSettings settings) {
        return company == null
                ? settings.individualWeight() * importance
                : Math.min(settings.cap(), weighed(company, settings));
    }

    private double weighed(Company company, DemandSettings settings) {
        return importance
                * settings.weightOf(company.segment())
                * settings.revenueFactor(company.annualRevenue());
    }
}
