package dev.steward.backlog.item;

import dev.steward.backlog.work.WorkStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The status that is shown, computed and never stored: RELEASED when the item is in a released
/// release, DROPPED when it was dropped, otherwise the status of the work in a sprint, otherwise
/// the item's own status. A released item is never dropped, and a dropped one never released.
@Schema(name = "ItemStatus")
public enum ShownStatus {
    NEW,
    REFINING,
    READY,
    SELECTED,
    IN_PROGRESS,
    DONE,
    RELEASED,
    DROPPED;

    public static ShownStatus of(ItemStatus own, WorkStatus work, boolean released) {
        if (released) {
            return RELEASED;
        }
        return switch (own) {
            case DROPPED -> DROPPED;
            case NEW, REFINING, READY ->
                    switch (work) {
                        case NONE -> valueOf(own.name());
                        case SELECTED -> SELECTED;
                        case IN_PROGRESS -> IN_PROGRESS;
                        case DONE -> DONE;
                    };
        };
    }
}
