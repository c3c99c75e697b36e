package dev.steward.sprint.work;

import dev.steward.platform.web.problem.Conflict;
import dev.steward.sprint.item.Item;
import java.util.stream.Collectors;

/// The action does not lead on from the current status of the work.
public final class WrongWorkStatus extends Conflict {

    public WrongWorkStatus(WorkStatus status, String action, Item item) {
        super(
                codeOf(status),
                "Work on "
                        + item.key()
                        + " is "
                        + status
                        + ", so it cannot be "
                        + action
                        + ". Allowed next: "
                        + names(status)
                        + ".");
        fact("itemId", item.id());
        fact("workStatus", status.name());
        fact("allowed", status.next());
    }

    private static String names(WorkStatus status) {
        return status.next().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String codeOf(WorkStatus status) {
        return switch (status) {
            case NONE -> "work-is-none";
            case SELECTED -> "work-is-selected";
            case IN_PROGRESS -> "work-is-in-progress";
            case DONE -> "work-is-done";
        };
    }
}
