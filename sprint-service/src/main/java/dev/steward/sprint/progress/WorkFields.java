package dev.steward.sprint.progress;

import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The fields of the work on an item that people can change.
///
/// @param reason why done work is reopened; recorded in ledger and history, not with the work
@Schema(name = "WorkPatch")
record WorkFields(
        @NotNull
                @Schema(
                        description =
                                "New status, one step from the current one: NONE, SELECTED, IN_PROGRESS, DONE; from DONE back to IN_PROGRESS; outside a sprint from SELECTED or IN_PROGRESS back to NONE. Items enter and leave a sprint through `/sprints/{s}/items`.")
                WorkStatus status,
        @Size(min = 1, max = 255)
                @Schema(
                        description =
                                "`sub` of the member of the product who works on the item. Null removes the assignee.",
                        examples = "dana")
                @Nullable String assignee,
        @Size(max = 1_000)
                @Schema(
                        description =
                                "Why the work is reopened: required to change DONE to IN_PROGRESS, recorded in the ledger of the sprint.")
                @Nullable String reason) {

    static WorkFields of(Work work) {
        return new WorkFields(work.status(), work.assignee(), null);
    }
}
