package dev.steward.feedback.promotion;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;

/// There are no words to make a title of.
final class NoTitle extends Invalid {

    NoTitle() {
        super(FieldError.at("/title", "required", "A title has words."));
    }
}
