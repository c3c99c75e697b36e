package dev.steward.backlog.goal;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The text fields of a goal.
///
/// @param description Markdown, at most 30,000 characters
/// @param measure how people will know that the goal is reached
@Embeddable
record GoalText(
        String title,
        @Nullable String description,
        @Column(name = "target_date") @Nullable LocalDate targetDate,
        @Nullable String measure) {

    Changes changesTo(GoalText to) {
        return Changes.of("title", title, to.title)
                .and("description", description, to.description)
                .and("targetDate", targetDate, to.targetDate)
                .and("measure", measure, to.measure);
    }
}
