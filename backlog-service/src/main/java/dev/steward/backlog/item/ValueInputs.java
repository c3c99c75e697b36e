package dev.steward.backlog.item;

import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Inputs of the scoring models that people entered; null where nobody has.
///
/// @param value user or business value, 0 to 20
/// @param timeCriticality 0 to 20
/// @param riskReduction risk reduced or opportunity enabled, 0 to 20
/// @param reach people per period, at least 0
/// @param impact 3, 2, 1, 0.5 or 0.25
/// @param confidence 0 to 1
@Embeddable
public record ValueInputs(
        @Nullable BigDecimal value,
        @Column(name = "time_criticality") @Nullable BigDecimal timeCriticality,
        @Column(name = "risk_reduction") @Nullable BigDecimal riskReduction,
        @Nullable BigDecimal reach,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal confidence) {

    public static final ValueInputs NONE = new ValueInputs(null, null, null, null, null, null);

    private static final List<BigDecimal> IMPACTS =
            Stream.of("3", "2", "1", "0.5", "0.25").map(BigDecimal::new).toList();

    public ValueInputs {
        if (impact != null && IMPACTS.stream().noneMatch(step -> step.compareTo(impact) == 0)) {
            throw new Invalid(
                    FieldError.at("/impact", "one-of", "Impact must be 3, 2, 1, 0.5 or 0.25."));
        }
    }

    Changes changesTo(ValueInputs to) {
        return Changes.of("value", value, to.value)
                .and("timeCriticality", timeCriticality, to.timeCriticality)
                .and("riskReduction", riskReduction, to.riskReduction)
                .and("reach", reach, to.reach)
                .and("impact", impact, to.impact)
                .and("confidence", confidence, to.confidence);
    }
}
