package dev.steward.feedback.intake;

import dev.steward.platform.web.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry that has been looked at by itself.
sealed interface Checked {

    @Nullable String externalId();

    record Right(NewEntry entry) implements Checked {
        @Override
        public @Nullable String externalId() {
            return entry.externalId();
        }
    }

    /// @param externalId as far as it could be read
    /// @param errors pointers are relative to the entry
    record Wrong(@Nullable String externalId, List<FieldError> errors) implements Checked {}
}
