package dev.steward.feedback.entry;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;

/// An entry cannot be part of itself.
final class MergedIntoItself extends Invalid {

    MergedIntoItself() {
        super(FieldError.at("/into", "into-itself", "An entry is merged into another one."));
    }
}
