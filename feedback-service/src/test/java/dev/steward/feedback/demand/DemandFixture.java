package dev.steward.feedback.demand;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parties for examples.
final class DemandFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    /// The defaults, and one segment that weighs more.
    static final DemandSettings SETTINGS =
            new DemandSettings(10, Map.of("Enterprise", 1.5), 100_000, 180, 0.25, 24);

    private DemandFixture() {}

    static Party company(
            int importance, @Nullable String segment, @Nullable Integer revenue, int age) {
        var annual = revenue == null ? null : BigDecimal.valueOf(revenue);
        var company =
                new Party.Company(UuidCreator.getTimeOrderedEpoch(), "Company", segment, annual);
        return new Party(importance, TODAY.minusDays(age), 1, company);
    }

    static Party person(int importance, int age) {
        return new Party(importance, TODAY.minusDays(age), 1, null);
    }
}
