package dev.steward.backlog.scoring;

import static dev.steward.backlog.scoring.Numbers.rounded;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What one factor has to do with a score.
///
/// @param weight null where the formula has none (WSJF, RICE)
/// @param input what went in, on the factor's own scale; null when nothing is known
/// @param normalized in [0,1], inverted for a cost; null where the formula takes the input as it is
/// @param contribution the part of the score that comes from it; null where the formula multiplies
/// @param source which input counted
/// @param asOf the UTC day whose demand counts; null for what people typed
record FactorContribution(
        Factor name,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal input,
        @Nullable BigDecimal normalized,
        @Nullable BigDecimal contribution,
        Source source,
        @Nullable LocalDate asOf) {

    @Schema(name = "ScoreInputSource")
    enum Source {
        /// Typed by people, the estimate included.
        ITEM,
        /// Demand, of the day of the score.
        DEMAND,
        /// How many people ask.
        PEOPLE_ASKING,
        /// Nothing is known: the model or the formula says what counts instead.
        DEFAULT,
        /// Nothing is known, and nothing counts.
        NONE
    }

    static FactorContribution unweighted(Factor name, EffectiveInput counted, @Nullable BigDecimal contribution) {
        return new FactorContribution(
                name,
                null,
                counted.input(),
                null,
                contribution == null ? null : rounded(contribution),
                counted.source(),
                counted.asOf());
    }

    /// To one significant digit.
    FactorContribution roundedToOneDigit() {
        return new FactorContribution(
                name,
                weight,
                oneDigit(input),
                oneDigit(normalized),
                oneDigit(contribution),
                source,
                asOf);
    }

    private static @Nullable BigDecimal oneDigit(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.toOneDigit(number);
    }

    boolean isDemand() {
        return source == Source.DEMAND;
    }
}
