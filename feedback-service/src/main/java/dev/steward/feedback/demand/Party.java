package dev.steward.feedback.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks for an item as one: a company with all its people, or a person without a company.
///
/// @param importance the highest of its voices, 0 to 3
/// @param newest UTC date of its newest voice
/// @param people distinct, at least 1
/// @param company null for a person without one
record Party(int importance, LocalDate newest, int people, @Nullable Company company) {

    /// @param annualRevenue null when unknown, which counts as 0
    record Company(
            UUID id, String name, @Nullable String segment, @Nullable BigDecimal annualRevenue) {}

    /// Whole days; a voice of the future counts as today's.
    long ageOn(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(newest, day));
    }

    /// What this party adds to a company term or to the individuals, on a day.
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
