package dev.steward.sprint.board;

import dev.steward.platform.access.Person;
import dev.steward.sprint.item.ItemReference;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item on the board.
///
/// @param version of the work on it, for `If-Match`
/// @param carried how many sprints it has come through unfinished
@Schema(name = "BoardCard")
record Card(
        ItemReference item,
        @Nullable String type,
        @Nullable BigDecimal estimate,
        @Nullable Person assignee,
        int openCriteria,
        List<String> failingRules,
        int carried,
        boolean addedAfterStart,
        long version) {

    BigDecimal points() {
        return estimate == null ? BigDecimal.ZERO : estimate;
    }
}
