package dev.steward.backlog.item;

import dev.steward.backlog.work.KnownWork;
import dev.steward.backlog.work.WorkStatus;
import dev.steward.platform.access.Person;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The work on an item as an answer shows it.
///
/// @param sprintId the sprint that it is in; null outside one
@Schema(name = "ItemWork")
record ItemWork(
        WorkStatus status,
        @Nullable UUID sprintId,
        @Nullable UUID teamId,
        @Nullable Person assignee) {

    static ItemWork of(KnownWork work, @Nullable String assigneesName) {
        var assignee = work.assignee() == null ? null : new Person(work.assignee(), assigneesName);
        return new ItemWork(work.status(), work.sprintId(), work.teamId(), assignee);
    }
}
