package dev.steward.feedback.promotion;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;

/// There are no words to make a title of.
final class TitleRequired extends Invalid {

    TitleRequired() {
        super(
                FieldError.at(
                        "/title",
                        "required",
                        "The item needs a title with words: the entry has none of its own."));
    }
}
