package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;

/// The current status of the sprint does not allow the action.
final class WrongSprintStatus extends Conflict {

    WrongSprintStatus(SprintStatus status, String action) {
        super(
                codeOf(status),
                "The sprint is "
                        + status
                        + ", so it cannot be "
                        + action
                        + ". Allowed: "
                        + (status.actions().isEmpty()
                                ? "nothing, it has ended"
                                : String.join(", ", status.actions()))
                        + ".");
        fact("sprintStatus", status.name());
        fact("allowed", status.actions());
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
