package dev.steward.backlog.goal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The fields of a goal that a merge patch can set.
@Schema(name = "GoalPatch", description = "What a merge patch may set; null deletes.")
record GoalFields(
        @Schema(description = GoalFields.TITLE) @NotBlank @Size(max = 250) String title,
        @Schema(description = GoalFields.DESCRIPTION) @Nullable @Size(max = 30_000)
                String description,
        @Schema(description = GoalFields.TARGET_DATE) @Nullable LocalDate targetDate,
        @Schema(description = GoalFields.MEASURE) @Nullable @Size(max = 1_000) String measure) {

    static final String TITLE = "Short name of the goal, at most 250 characters.";
    static final String DESCRIPTION =
            "What the goal means, in Markdown, at most 30,000 characters; null when nothing "
                    + "was written.";
    static final String TARGET_DATE =
            "The day by which the goal shall be reached; null when there is none.";
    static final String MEASURE =
            "How you will know that the goal is reached, at most 1,000 characters; null "
                    + "when not stated.";

    static GoalFields of(GoalText text) {
        return new GoalFields(text.title(), text.description(), text.targetDate(), text.measure());
    }

    GoalText text() {
        return new GoalText(title, description, targetDate, measure);
    }
}
