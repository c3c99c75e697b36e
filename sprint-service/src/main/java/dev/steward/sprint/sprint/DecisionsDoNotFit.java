package dev.steward.sprint.sprint;

import dev.steward.platform.web.Conflict;
import java.util.List;

/// The decisions and the open items are not the same set.
final class DecisionsDoNotFit extends Conflict {

    /// @param missing keys of open items without a decision
    /// @param unexpected names of what is not open in the sprint
    DecisionsDoNotFit(List<String> missing, List<String> unexpected) {
        super(
                "decisions-do-not-fit",
                "Each open item needs one decision. Missing: "
                        + String.join(", ", missing)
                        + "; not open here: "
                        + String.join(", ", unexpected)
                        + ".");
        fact("missing", missing);
        fact("unexpected", unexpected);
    }
}
