package dev.steward.backlog.release;

import dev.steward.platform.web.Conflict;

/// The release's state forbids what was asked.
final class WrongReleaseStatus extends Conflict {

    /// @param asked what cannot be done, as a participle: "rolled back"
    WrongReleaseStatus(ReleaseStatus status, String asked) {
        super(
                codeOf(status),
                "The release is "
                        + status
                        + ": it cannot be "
                        + asked
                        + ". Allowed: "
                        + status.steps()
                        + ".");
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
}
