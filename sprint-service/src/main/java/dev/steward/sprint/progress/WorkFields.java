package dev.steward.sprint.progress;

import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What people say of the work on an item.
///
/// @param reason why done work is opened again; not kept with the work, but in ledger and history
@Schema(name = "WorkPatch")
record WorkFields(
        @NotNull
                @Schema(
                        description =
                                "One step at a time: NONE, SELECTED, IN_PROGRESS, DONE, and from DONE back to IN_PROGRESS. In a sprint, `/sprints/{s}/items` selects and removes.")
                WorkStatus status,
        @Size(min = 1, max = 255)
                @Schema(description = "The `sub` of a member of the product.", examples = "dana")
                @Nullable String assignee,
        @Size(max = 1_000) @Schema(description = "Needed to open again what is DONE.")
                @Nullable String reason) {

    static WorkFields of(Work work) {
        return new WorkFields(work.status(), work.assignee(), null);
    }
}
