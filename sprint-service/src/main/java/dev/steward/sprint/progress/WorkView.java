package dev.steward.sprint.progress;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.Representation;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.ItemReference;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The work on an item in an answer.
///
/// @param estimate the item's
/// @param advice what advises against calling it done; it does not stand in the way
@Schema(name = "Work")
record WorkView(
        ItemReference item,
        WorkStatus status,
        @Nullable Person assignee,
        @Nullable SprintReference sprint,
        @Nullable BigDecimal estimate,
        int openCriteria,
        List<Advice> advice,
        long version) {

    @Schema(name = "WorkAdvice")
    enum Advice {
        OPEN_CRITERIA
    }

    @Schema(name = "SprintReference")
    record SprintReference(UUID id, @Nullable String name) {}

    static WorkView of(
            Work work, Item item, @Nullable Person assignee, @Nullable SprintReference sprint) {
        return new WorkView(
                ItemReference.of(item),
                work.status(),
                assignee,
                sprint,
                item.estimate(),
                item.openCriteria(),
                item.openCriteria() > 0 ? List.of(Advice.OPEN_CRITERIA) : List.of(),
                work.version());
    }

    /// The item's and the sprint's values are shown but are not the work's.
    String etag() {
        return Representation.etag(
                version,
                item.toString(),
                String.valueOf(assignee),
                String.valueOf(sprint),
                String.valueOf(estimate),
                openCriteria);
    }
}
