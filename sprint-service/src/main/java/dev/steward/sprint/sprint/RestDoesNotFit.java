package dev.steward.sprint.sprint;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import java.math.BigDecimal;
import java.util.Map;

/// An item and its rest share the item's estimate, if it has one.
final class RestDoesNotFit extends Invalid {

    private RestDoesNotFit(FieldError error) {
        super(error);
    }

    static RestDoesNotFit ofNothing(String at) {
        return new RestDoesNotFit(
                FieldError.at(at + "/estimate", "not-allowed", "The item has no estimate."));
    }

    /// In the words of every upper limit.
    static RestDoesNotFit tooLarge(String at, BigDecimal whole) {
        return new RestDoesNotFit(
                new FieldError(
                        at + "/estimate",
                        null,
                        "decimal-max",
                        Map.of("value", whole.toPlainString()),
                        "The whole item is " + whole.toPlainString() + "."));
    }
}
