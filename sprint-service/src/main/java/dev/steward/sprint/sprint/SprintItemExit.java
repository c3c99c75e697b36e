package dev.steward.sprint.sprint;

import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How and when an item left a sprint, with status and assignee of the work at that time: an ended
/// sprint shows these, whatever happens to the work later.
@Embeddable
record SprintItemExit(
        @Column(name = "left_at") Instant at,
        @Enumerated(EnumType.STRING) SprintItemOutcome outcome,
        @Enumerated(EnumType.STRING) WorkStatus lastStatus,
        @Nullable String lastAssignee) {

    static SprintItemExit of(SprintItemOutcome outcome, Work last, Instant at) {
        return new SprintItemExit(at, outcome, last.status(), last.assignee());
    }
}
