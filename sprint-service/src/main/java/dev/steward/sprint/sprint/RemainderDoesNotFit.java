package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.math.BigDecimal;
import java.util.Map;

/// The estimate of a remainder is not a part of the estimate of the item that is split.
final class RemainderDoesNotFit extends Invalid {

    private RemainderDoesNotFit(FieldError error) {
        super(error);
    }

    static RemainderDoesNotFit ofUnestimated(String at) {
        return new RemainderDoesNotFit(
                FieldError.at(
                        at + "/estimate",
                        "not-allowed",
                        "The item is not estimated, so its remainder cannot be."));
    }

    /// With the code and parameter of every upper limit.
    static RemainderDoesNotFit tooLarge(String at, BigDecimal whole) {
        return new RemainderDoesNotFit(
                new FieldError(
                        at + "/estimate",
                        null,
                        "decimal-max",
                        Map.of("value", whole.toPlainString()),
                        "The estimate of the remainder is at most that of the item: "
                                + whole.toPlainString()
                                + "."));
    }
}
