package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;
import java.util.List;

/// The decisions do not match the open items of the sprint.
final class DecisionsDoNotFit extends Conflict {

    /// @param missing keys of the open items without a decision
    /// @param unexpected ids or keys of items that are not open in the sprint or are named twice
    DecisionsDoNotFit(List<String> missing, List<String> unexpected) {
        super("decisions-do-not-fit", detail(missing, unexpected));
        fact("missing", missing);
        fact("unexpected", unexpected);
    }

    private static String detail(List<String> missing, List<String> unexpected) {
        var detail = new StringBuilder("Each open item of the sprint needs exactly one decision.");
        if (!missing.isEmpty()) {
            detail.append(" Without a decision: ").append(String.join(", ", missing)).append('.');
        }
        if (!unexpected.isEmpty()) {
            detail.append(" Not open in this sprint, or named twice: ")
                    .append(String.join(", ", unexpected))
                    .append('.');
        }
        return detail.toString();
    }
}
