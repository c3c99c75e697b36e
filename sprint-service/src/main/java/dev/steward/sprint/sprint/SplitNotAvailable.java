package dev.steward.sprint.sprint;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import java.util.List;

/// SPLIT makes a child item, which nobody can make yet.
final class SplitNotAvailable extends Invalid {

    /// @param pointer to the decision
    SplitNotAvailable(String pointer) {
        super(
                "split-not-available",
                "Items cannot be split yet: choose BACKLOG or NEXT.",
                List.of(
                        FieldError.at(
                                pointer, "split-not-available", "Items cannot be split yet.")));
    }
}
