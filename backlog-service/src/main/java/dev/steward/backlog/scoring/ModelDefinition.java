package dev.steward.backlog.scoring;

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

/// A scoring model as people write it down: in requests, answers and events, and in the table.
///
/// @param factors of `WEIGHTED` only
/// @param missing of `WEIGHTED` only, `EXCLUDE` unless given
/// @param demandReference the demand that counts as half of the most, 10 unless given
@Schema(name = "ScoringModelDefinition")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelDefinition(
        @NotNull ScoringModel.Kind kind,
        @Nullable @Size(min = 1, max = 8) List<@NotNull @Valid FactorDefinition> factors,
        Weighted.@Nullable MissingInputPolicy missing,
        @Nullable @DecimalMin("0.001") @DecimalMax("1000000") BigDecimal demandReference) {

    /// @param weight only its proportion to the others matters
    /// @param cost more of it is worse
    /// @param scale the usual one unless given; `REACH` has none and needs one, `DEMAND` takes none
    /// @param standIn where nothing is known and `missing` is `DEFAULT`; else the middle of the
    ///   scale
    @Schema(name = "ScoringFactorDefinition")
    record FactorDefinition(
            @NotNull Factor name,
            @NotNull
                    @DecimalMin(value = "0", inclusive = false)
                    @DecimalMax("1000")
                    @Digits(integer = 4, fraction = 6)
                    BigDecimal weight,
            @Nullable Boolean cost,
            @Nullable @Valid Scale scale,
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

    /// What a product is born with.
    static final ModelDefinition DEFAULT =
            new ModelDefinition(
                    ScoringModel.Kind.WEIGHTED,
                    List.of(
                            FactorDefinition.of(Factor.VALUE, 3),
                            FactorDefinition.of(Factor.TIME_CRITICALITY, 2),
                            FactorDefinition.of(Factor.DEMAND, 3),
                            FactorDefinition.cost(Factor.EFFORT, 2)),
                    Weighted.MissingInputPolicy.EXCLUDE,
                    DemandReference.DEFAULT.demand());

    /// With everything that was left to us filled in, so that a reader need not know what is usual.
    ///
    /// @throws dev.steward.platform.web.Invalid naming what contradicts itself
    ModelDefinition complete() {
        var reference = demandReference == null ? DemandReference.DEFAULT.demand() : demandReference;
        var complete =
                kind == ScoringModel.Kind.WEIGHTED
                        ? new ModelDefinition(
                                kind,
                                factors == null
                                        ? null
                                        : factors.stream().map(FactorDefinition::complete).toList(),
                                missing == null ? Weighted.MissingInputPolicy.EXCLUDE : missing,
                                reference)
                        : new ModelDefinition(kind, factors, missing, reference);
        ScoringModelValidation.refuse(complete);
        return complete;
    }

    /// Of a complete definition.
    ScoringModel toModel() {
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
                            missing == null ? Weighted.MissingInputPolicy.EXCLUDE : missing,
                            reference);
            case WSJF -> new Wsjf(reference);
            case RICE -> new Rice(reference);
        };
    }
}
