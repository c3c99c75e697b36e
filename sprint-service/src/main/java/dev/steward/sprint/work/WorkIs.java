package dev.steward.sprint.work;

import dev.steward.platform.web.Conflict;
import dev.steward.sprint.item.Item;

/// The work is in a state from which this does not lead on.
public final class WorkIs extends Conflict {

    public WorkIs(WorkStatus status, String asked, Item item) {
        super(
                codeOf(status),
                "Work on "
                        + item.key()
                        + " is "
                        + status
                        + " and cannot be "
                        + asked
                        + ". Next is one of "
                        + status.next()
                        + ".");
        fact("itemId", item.id());
        fact("workStatus", status.name());
        fact("allowed", status.next());
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
