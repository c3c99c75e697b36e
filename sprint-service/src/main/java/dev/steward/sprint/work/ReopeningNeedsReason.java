package dev.steward.sprint.work;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;

/// Done work is reopened only with a reason.
final class ReopeningNeedsReason extends Invalid {

    ReopeningNeedsReason() {
        super(
                FieldError.at(
                        "/reason",
                        "required",
                        "A reason is required to reopen work that is DONE."));
    }
}
