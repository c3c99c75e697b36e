package dev.steward.feedback.promotion;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;

/// Neither the request nor the entry has a title.
final class TitleRequired extends Invalid {

    TitleRequired() {
        super(
                FieldError.at(
                        "/title",
                        "required",
                        "A title that is not blank is required: the entry came without one."));
    }
}
