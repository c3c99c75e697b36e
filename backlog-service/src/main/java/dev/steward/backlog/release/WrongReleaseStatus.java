package dev.steward.backlog.release;

import dev.steward.platform.web.problem.Conflict;
import java.util.List;

/// The status of the release does not allow the action.
final class WrongReleaseStatus extends Conflict {

    /// @param action the refused action as a participle: "rolled back"
    WrongReleaseStatus(ReleaseStatus status, String action) {
        super(
                codeOf(status),
                "The release is " + status + ": it cannot be " + action + allowed(status.steps()));
        fact("releaseStatus", status.name());
        fact("allowed", status.steps());
    }

    private static String codeOf(ReleaseStatus status) {
        return switch (status) {
            case PLANNED -> "release-is-planned";
            case RELEASED -> "release-is-released";
            case ROLLED_BACK -> "release-is-rolled-back";
        };
    }

    private static String allowed(List<String> steps) {
        return steps.isEmpty() ? ". It is final." : ". Allowed: " + String.join(", ", steps) + ".";
    }
}
