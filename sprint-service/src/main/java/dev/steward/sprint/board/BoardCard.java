package dev.steward.sprint.board;

import dev.steward.platform.access.Person;
import dev.steward.sprint.item.ItemReference;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item on the board.
@Schema(name = "BoardCard")
record BoardCard(
        @Schema(description = "The item.") ItemReference item,
        @Schema(
                        description =
                                "Type of the item, such as STORY or BUG. Null while the item is not known here yet.",
                        examples = "STORY")
                @Nullable String type,
        @Schema(
                        description =
                                "Estimate of the item in points; in an ended sprint the estimate at the end. Null when it is not estimated.")
                @Nullable BigDecimal estimate,
        @Schema(
                        description =
                                "Who works on the item; in an ended sprint, who did at the end. Null when nobody is assigned.")
                @Nullable Person assignee,
        @Schema(description = "Number of acceptance criteria of the item that are not met.")
                int openCriteria,
        @Schema(
                        description =
                                "Names of the readiness rules of the product that the item does not meet. Empty when it meets all.")
                List<String> failingRules,
        @Schema(
                        description =
                                "Number of earlier sprints that the item was carried over from unfinished.")
                int carried,
        @Schema(description = "Whether the item was added after the sprint had started.")
                boolean addedAfterStart,
        @Schema(
                        description =
                                "Version of the work on the item. Send it as `If-Match: \"<version>\"` to remove the item from the sprint or to update its work.")
                long version) {

    BigDecimal points() {
        return estimate == null ? BigDecimal.ZERO : estimate;
    }
}
