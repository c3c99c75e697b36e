package dev.steward.sprint.work;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;

/// Who opens done work again says why.
final class ReopeningNeedsReason extends Invalid {

    ReopeningNeedsReason() {
        super(FieldError.at("/reason", "required", "Say why the work is opened again."));
    }
}
