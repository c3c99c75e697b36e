package dev.steward.feedback.intake;

import dev.steward.platform.web.problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry after validation, without regard to other entries.
sealed interface CheckedEntry {

    @Nullable String externalId();

    record Valid(NewFeedback entry) implements CheckedEntry {
        @Override
        public @Nullable String externalId() {
            return entry.externalId();
        }
    }

    /// @param externalId null when it is absent or could not be read
    /// @param errors pointers are relative to the entry
    record Invalid(@Nullable String externalId, List<FieldError> errors) implements CheckedEntry {}
}
