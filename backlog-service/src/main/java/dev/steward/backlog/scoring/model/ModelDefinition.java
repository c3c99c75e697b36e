package dev.steward.backlog.scoring.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A scoring model as requests, answers, events and the table hold it.
@Schema(name = "ScoringModelDefinition")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelDefinition(
        @Schema(
                        description =
                                "WEIGHTED (weighted mean of chosen factors), WSJF (cost of delay"
                                        + " divided by effort) or RICE (reach x impact x confidence /"
                                        + " effort).")
                @NotNull
                ScoringModel.Kind kind,
        @Schema(
                        description =
                                "The factors of a WEIGHTED model, at least one. Null for WSJF and"
                                        + " RICE, whose factors are fixed.")
                @Nullable
                @Size(min = 1, max = 8)
                List<@NotNull @Valid FactorDefinition> factors,
        @Schema(
                        description =
                                "WEIGHTED only: what stands in for an input nobody knows. EXCLUDE"
                                        + " leaves the factor and its weight out, ZERO counts it as"
                                        + " nothing, DEFAULT takes the factor's `standIn`. Null for"
                                        + " WSJF and RICE. Default: EXCLUDE.")
                @Nullable MissingInputPolicy missing,
        @Schema(
                        description =
                                "The demand that counts as half of the largest possible demand; 10"
                                        + " unless set. Larger values make the score react less to"
                                        + " demand.")
                @Nullable
                @DecimalMin("0.001")
                @DecimalMax("1000000")
                BigDecimal demandReference) {

    /// What counts for a factor whose input is not known.
    public enum MissingInputPolicy {
        /// The factor and its weight are left out.
        EXCLUDE,
        /// The factor counts as 0 and keeps its weight.
        ZERO,
        /// The factor's `standIn`, otherwise the middle of its scale.
        DEFAULT
    }

    @Schema(name = "ScoringFactorDefinition")
    public record FactorDefinition(
            @Schema(
                            description =
                                    "Which input of the item: VALUE, TIME_CRITICALITY,"
                                            + " RISK_REDUCTION, DEMAND (how much customers ask for it),"
                                            + " EFFORT (the estimate), REACH, IMPACT or CONFIDENCE.")
                    @NotNull
                    Factor name,
            @Schema(
                            description =
                                    "Weight of the factor, more than 0, at most 1000. Only its"
                                            + " proportion to the other weights matters.")
                    @NotNull
                    @DecimalMin(value = "0", inclusive = false)
                    @DecimalMax("1000")
                    @Digits(integer = 4, fraction = 6)
                    BigDecimal weight,
            @Schema(
                            description =
                                    "True when more of it is worse: the factor counts inverted."
                                            + " Default: false.")
                    @Nullable Boolean cost,
            @Schema(
                            description =
                                    "Smallest and largest input; inputs outside count as its end."
                                            + " Default: 0 to 20 for VALUE, TIME_CRITICALITY,"
                                            + " RISK_REDUCTION and EFFORT, 0 to 3 for IMPACT, 0 to 1"
                                            + " for CONFIDENCE. Required for REACH, not allowed for"
                                            + " DEMAND.")
                    @Nullable
                    @Valid
                    Scale scale,
            @Schema(
                            description =
                                    "Input that counts for an item without this input when"
                                            + " `missing` is DEFAULT; the middle of the scale unless"
                                            + " set.")
                    @Nullable BigDecimal standIn) {

        static FactorDefinition of(Factor name, int weight) {
            return new FactorDefinition(
                    name, BigDecimal.valueOf(weight), false, name.defaultScale(), null);
        }

        static FactorDefinition cost(Factor name, int weight) {
            return new FactorDefinition(
                    name, BigDecimal.valueOf(weight), true, name.defaultScale(), null);
        }

        private FactorDefinition complete() {
            return new FactorDefinition(
                    name,
                    weight,
                    cost != null && cost,
                    scale == null ? name.defaultScale() : scale,
                    standIn);
        }

        private WeightedFactor toFactor() {
            return new WeightedFactor(name, weight, cost != null && cost, scale, standIn);
        }
    }

    /// The model of a new product.
    public static final ModelDefinition DEFAULT =
            new ModelDefinition(
                    ScoringModel.Kind.WEIGHTED,
                    List.of(
                            FactorDefinition.of(Factor.VALUE, 3),
                            FactorDefinition.of(Factor.TIME_CRITICALITY, 2),
                            FactorDefinition.of(Factor.DEMAND, 3),
                            FactorDefinition.cost(Factor.EFFORT, 2)),
                    MissingInputPolicy.EXCLUDE,
                    DemandReference.DEFAULT.demand());

    /// The definition with all defaults filled in, so that readers need not know them.
    ///
    /// @throws dev.steward.platform.web.problem.Invalid with what contradicts itself
    public ModelDefinition complete() {
        var reference =
                demandReference == null ? DemandReference.DEFAULT.demand() : demandReference;
        var complete =
                kind == ScoringModel.Kind.WEIGHTED
                        ? new ModelDefinition(
                                kind,
                                factors == null
                                        ? null
                                        : factors.stream().map(FactorDefinition::complete).toList(),
                                missing == null ? MissingInputPolicy.EXCLUDE : missing,
                                reference)
                        : new ModelDefinition(kind, factors, missing, reference);
        ScoringModelValidation.refuse(complete);
        return complete;
    }

    /// The model of a complete definition.
    public ScoringModel toModel() {
        var reference =
                demandReference == null
                        ? DemandReference.DEFAULT
                        : new DemandReference(demandReference);
        return switch (kind) {
            case WEIGHTED ->
                    new Weighted(
                            factors == null
                                    ? List.of()
                                    : factors.stream().map(FactorDefinition::toFactor).toList(),
                            missing == null ? MissingInputPolicy.EXCLUDE : missing,
                            reference);
            case WSJF -> new Wsjf(reference);
            case RICE -> new Rice(reference);
        };
    }
}
