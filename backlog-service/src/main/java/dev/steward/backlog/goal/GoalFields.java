package dev.steward.backlog.goal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What people set of a goal, as a merge patch writes it.
@Schema(name = "GoalPatch", description = "What a merge patch may set; null deletes.")
record GoalFields(
        @NotBlank @Size(max = 250) String title,
        @Schema(description = "Markdown.") @Nullable @Size(max = 30_000) String description,
        @Nullable LocalDate targetDate,
        @Schema(description = "By what one will know that it is reached.")
                @Nullable
                @Size(max = 1_000)
                String measure) {

    static GoalFields of(GoalText text) {
        return new GoalFields(text.title(), text.description(), text.targetDate(), text.measure());
    }

    GoalText text() {
        return new GoalText(title, description, targetDate, measure);
    }
}
