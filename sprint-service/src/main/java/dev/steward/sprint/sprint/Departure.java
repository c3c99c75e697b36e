package dev.steward.sprint.sprint;

import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an item's stay in a sprint ended, and how far the work was: an ended sprint shows that, not
/// what became of it later.
@Embeddable
record Departure(
        @Column(name = "left_at") Instant at,
        @Enumerated(EnumType.STRING) Outcome outcome,
        @Enumerated(EnumType.STRING) WorkStatus lastStatus,
        @Nullable String lastAssignee) {

    static Departure of(Outcome outcome, Work last, Instant at) {
        return new Departure(at, outcome, last.status(), last.assignee());
    }
}
