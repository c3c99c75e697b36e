package dev.steward.feedback.intake;

import dev.steward.platform.web.FieldError;
import java.util.List;

/// An entry, and what is wrong with it by itself.
///
/// @param errors pointers are relative to the entry; empty when it is right
record Checked(NewEntry entry, List<FieldError> errors) {

    static Checked right(NewEntry entry) {
        return new Checked(entry, List.of());
    }

    boolean isRight() {
        return errors.isEmpty();
    }
}
