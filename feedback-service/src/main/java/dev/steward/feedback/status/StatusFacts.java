package dev.steward.feedback.status;

import dev.steward.feedback.entry.Decision;
import dev.steward.feedback.entry.FeedbackStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the status of an entry follows from, and the rule how.
///
/// @param merged whether it is merged into another entry
/// @param decision set when somebody closed it without doing anything
/// @param triaged whether somebody has looked at it
/// @param items those that solve it or an entry merged into it
/// @param peopleToTell whether somebody is still to be told that it is released
record StatusFacts(
        boolean merged,
        @Nullable Decision decision,
        boolean triaged,
        List<SolvingItem> items,
        boolean peopleToTell) {

    private static final Set<Progress> ALL_RELEASED = EnumSet.of(Progress.RELEASED);

    private enum Progress {
        DROPPED,
        OPEN,
        SELECTED,
        BEGUN,
        RELEASED
    }

    /// An item as other services told of it.
    ///
    /// @param released whether a release that is released contains it
    /// @param status null while the item's event has not arrived
    /// @param work status of the work on it; null when there is none
    record SolvingItem(
            boolean released, boolean deleted, @Nullable String status, @Nullable String work) {

        private Progress progress() {
            if (released) {
                return Progress.RELEASED;
            }
            if (deleted || "DROPPED".equals(status) || "DUPLICATE".equals(status)) {
                return Progress.DROPPED;
            }
            return switch (work) {
                case "IN_PROGRESS", "DONE" -> Progress.BEGUN;
                case "SELECTED" -> Progress.SELECTED;
                case null, default -> Progress.OPEN;
            };
        }
    }

    FeedbackStatus status() {
        if (merged) {
            return FeedbackStatus.MERGED;
        }
        if (decision != null) {
            return switch (decision) {
                case DECLINED -> FeedbackStatus.DECLINED;
                case SPAM -> FeedbackStatus.SPAM;
            };
        }
        return statusOfItems();
    }

    /// Dropped items do not count.
    private FeedbackStatus statusOfItems() {
        var progress = items.stream().map(SolvingItem::progress).collect(Collectors.toSet());
        progress.remove(Progress.DROPPED);
        if (progress.isEmpty()) {
            return triaged ? FeedbackStatus.TRIAGED : FeedbackStatus.NEW;
        }
        if (progress.equals(ALL_RELEASED)) {
            return peopleToTell ? FeedbackStatus.SHIPPED : FeedbackStatus.CLOSED;
        }
        if (progress.contains(Progress.RELEASED) || progress.contains(Progress.BEGUN)) {
            return FeedbackStatus.IN_PROGRESS;
        }
        return progress.contains(Progress.SELECTED)
                ? FeedbackStatus.PLANNED
                : FeedbackStatus.LINKED;
    }
}
