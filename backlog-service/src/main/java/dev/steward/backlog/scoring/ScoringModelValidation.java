package dev.steward.backlog.scoring;

import dev.steward.backlog.scoring.ModelDefinition.FactorDefinition;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// What a scoring model may say field by field, but not all at once.
final class ScoringModelValidation {

    private final List<FieldError> errors = new ArrayList<>();

    private ScoringModelValidation() {}

    /// @throws Invalid with all of them
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
                    "The formula of " + model.kind() + " has its factors fixed.");
        }
        if (model.missing() != null) {
            found(
                    "/missing",
                    "not-of-this-kind",
                    "Without an input, " + model.kind() + " gives no score.");
        }
    }

    private void inWeighted(List<FactorDefinition> factors) {
        if (factors.isEmpty()) {
            found("/factors", "required", "A weighted model has at least one factor.");
        }
        var seen = EnumSet.noneOf(Factor.class);
        for (int i = 0; i < factors.size(); i++) {
            var factor = factors.get(i);
            if (!seen.add(factor.name())) {
                found("/factors/" + i + "/name", "duplicate", factor.name() + " is there twice.");
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
                        "Demand is always known, and bends by the demandReference.");
            }
        } else if (scale == null) {
            found(
                    pointer + "/scale",
                    "required",
                    factor.name() + " has no usual scale: declare one.");
        } else if (scale.isEmpty()) {
            found(pointer + "/scale", "empty", "The scale's min is below its max.");
        }
    }

    private void found(String pointer, String code, String message) {
        errors.add(FieldError.at(pointer, code, message));
    }
}
