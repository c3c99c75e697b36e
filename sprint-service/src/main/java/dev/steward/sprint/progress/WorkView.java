package dev.steward.sprint.progress;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import dev.steward.sprint.item.Item;
import dev.steward.sprint.item.ItemReference;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The work on an item, as answers show it.
@Schema(name = "Work")
record WorkView(
        @Schema(description = "The item that the work is on.") ItemReference item,
        @Schema(description = "NONE: not selected; then SELECTED, IN_PROGRESS and DONE.")
                WorkStatus status,
        @Schema(description = "Who works on the item. Null when nobody is assigned.")
                @Nullable Person assignee,
        @Schema(
                        description =
                                "The planned or running sprint that the item is in. Null outside a sprint.")
                @Nullable SprintReference sprint,
        @Schema(description = "Estimate of the item in points. Null when it is not estimated.")
                @Nullable BigDecimal estimate,
        @Schema(description = "Number of acceptance criteria of the item that are not met.")
                int openCriteria,
        @Schema(
                        description =
                                "Reasons against setting the work to DONE; they do not prevent it. Empty when there are none.")
                List<Advice> advice,
        @Schema(description = "Raised by 1 with each change of the work; 0 before the first one.")
                long version)
        implements Tagged {

    @Schema(
            name = "WorkAdvice",
            description = "OPEN_CRITERIA: the item has acceptance criteria that are not met.")
    enum Advice {
        OPEN_CRITERIA
    }

    @Schema(name = "SprintReference")
    record SprintReference(
            @Schema(description = "Id of the sprint.") UUID id,
            @Schema(description = "Name of the sprint.") @Nullable String name) {}

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

    /// Includes the fields of the item and the sprint, which are not part of the work's version.
    @Override
    public String etag() {
        return Representation.etag(
                version,
                item.toString(),
                String.valueOf(assignee),
                String.valueOf(sprint),
                String.valueOf(estimate),
                openCriteria);
    }
}
