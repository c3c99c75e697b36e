package dev.steward.backlog.item.details;

import dev.steward.backlog.work.KnownWork;
import dev.steward.backlog.work.WorkStatus;
import dev.steward.platform.access.Person;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The work on an item, as answers show it.
@Schema(name = "ItemWork")
record ItemWork(
        @Schema(description = "NONE, SELECTED for a sprint, IN_PROGRESS or DONE.")
                WorkStatus status,
        @Schema(description = "Id of the sprint that the item is in; null when it is in none.")
                @Nullable UUID sprintId,
        @Schema(description = "Id of the team that works on it; null when there is none.")
                @Nullable UUID teamId,
        @Schema(description = "Who works on it; null when nobody is assigned.")
                @Nullable Person assignee) {

    static ItemWork of(KnownWork work, @Nullable String assigneesName) {
        var assignee = Person.orNull(work.assignee(), assigneesName);
        return new ItemWork(work.status(), work.sprintId(), work.teamId(), assignee);
    }
}
