package dev.steward.backlog.scoring.model;

import dev.steward.backlog.scoring.model.ModelDefinition.FactorDefinition;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Checks rules of a scoring model that concern several fields.
final class ScoringModelValidation {

    private final List<FieldError> errors = new ArrayList<>();

    private ScoringModelValidation() {}

    /// @throws Invalid with all errors
    static void refuse(ModelDefinition model) {
        var found = new ScoringModelValidation();
        if (model.kind() == ScoringModel.Kind.WEIGHTED) {
            found.inWeighted(model.factors() == null ? List.of() : model.factors());
        } else {
            found.inFormula(model);
        }
        if (!found.errors.isEmpty()) {
            throw new Invalid(found.errors);
        }
    }

    private void inFormula(ModelDefinition model) {
        if (model.factors() != null) {
            found(
                    "/factors",
                    "not-of-this-kind",
                    model.kind() + " has fixed factors: leave out `factors`.");
        }
        if (model.missing() != null) {
            found(
                    "/missing",
                    "not-of-this-kind",
                    "`missing` is allowed with WEIGHTED only, not with " + model.kind() + ".");
        }
    }

    private void inWeighted(List<FactorDefinition> factors) {
        if (factors.isEmpty()) {
            found("/factors", "required", "A WEIGHTED model needs at least one factor.");
        }
        var seen = EnumSet.noneOf(Factor.class);
        for (int i = 0; i < factors.size(); i++) {
            var factor = factors.get(i);
            if (!seen.add(factor.name())) {
                found("/factors/" + i + "/name", "duplicate", factor.name() + " is named twice.");
            }
            inFactor("/factors/" + i, factor);
        }
    }

    private void inFactor(String pointer, FactorDefinition factor) {
        var scale = factor.scale();
        if (factor.name() == Factor.DEMAND) {
            if (scale != null || factor.standIn() != null) {
                found(
                        pointer,
                        "not-of-this-factor",
                        "DEMAND takes neither `scale` nor `standIn`: set `demandReference`"
                                + " instead.");
            }
        } else if (scale == null) {
            found(
                    pointer + "/scale",
                    "required",
                    factor.name() + " has no default scale: set one.");
        } else if (scale.isEmpty()) {
            found(pointer + "/scale", "empty", "`min` must be less than `max`.");
        }
    }

    private void found(String pointer, String code, String message) {
        errors.add(FieldError.at(pointer, code, message));
    }
}
