package dev.steward.sprint.sprint;

import dev.steward.platform.web.Conflict;

/// The sprint is in a state that does not allow it.
final class SprintIs extends Conflict {

    SprintIs(SprintStatus status, String asked) {
        super(
                codeOf(status),
                "The sprint is "
                        + status
                        + " and cannot be "
                        + asked
                        + ". Allowed: "
                        + status.steps()
                        + ".");
        fact("sprintStatus", status.name());
        fact("allowed", status.steps());
    }

    private static String codeOf(SprintStatus status) {
        return switch (status) {
            case PLANNED -> "sprint-is-planned";
            case ACTIVE -> "sprint-is-active";
            case CLOSED -> "sprint-is-closed";
            case CANCELLED -> "sprint-is-cancelled";
        };
    }
}
