package dev.steward.backlog.scoring.model;

import static dev.steward.backlog.scoring.model.Numbers.rounded;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What one factor adds to a score.
public record FactorContribution(
        @Schema(
                        description =
                                "Which input of the item: VALUE, TIME_CRITICALITY, RISK_REDUCTION,"
                                        + " DEMAND (how much customers ask for it), EFFORT (the"
                                        + " estimate), REACH, IMPACT or CONFIDENCE.")
                Factor name,
        @Schema(
                        description =
                                "Weight of the factor in the model; null for WSJF and RICE, which"
                                        + " have no weights.")
                @Nullable BigDecimal weight,
        @Schema(
                        description =
                                "The input that counted, on the factor's own scale; null when"
                                        + " nothing is known.")
                @Nullable BigDecimal input,
        @Schema(
                        description =
                                "The input on a scale from 0 to 1, inverted for a cost; null for"
                                        + " WSJF and RICE, and when the factor does not count.")
                @Nullable BigDecimal normalized,
        @Schema(
                        description =
                                "Part of the score that comes from this factor; null when the"
                                        + " formula multiplies or divides by it, or when it does not"
                                        + " count.")
                @Nullable BigDecimal contribution,
        @Schema(
                        description =
                                "Where the input comes from. ITEM: entered by people. DEMAND: from"
                                        + " customer demand. PEOPLE_ASKING: the number of people who"
                                        + " ask. DEFAULT: not known, the model's stand-in counts. NONE:"
                                        + " not known, nothing counts.")
                Source source,
        @Schema(
                        description =
                                "The day (UTC) whose demand counts; null for inputs that people"
                                        + " entered.")
                @Nullable LocalDate asOf) {

    @Schema(name = "ScoreInputSource")
    enum Source {
        /// Entered by people, the estimate included.
        ITEM,
        /// Customer demand on the day of the score.
        DEMAND,
        /// Number of people who ask for the item.
        PEOPLE_ASKING,
        /// Not known: the default of the model or formula counts.
        DEFAULT,
        /// Not known, nothing counts.
        NONE
    }

    static FactorContribution unweighted(
            Factor name, EffectiveInput counted, @Nullable BigDecimal contribution) {
        return new FactorContribution(
                name,
                null,
                counted.input(),
                null,
                contribution == null ? null : rounded(contribution),
                counted.source(),
                counted.asOf());
    }

    /// Demand with one significant digit; other factors as they are.
    public FactorContribution withRoundedDemand() {
        return isDemand()
                ? new FactorContribution(
                        name,
                        weight,
                        oneDigit(input),
                        oneDigit(normalized),
                        oneDigit(contribution),
                        source,
                        asOf)
                : this;
    }

    private static @Nullable BigDecimal oneDigit(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.toOneDigit(number);
    }

    boolean isDemand() {
        return source == Source.DEMAND;
    }
}
