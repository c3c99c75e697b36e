package dev.steward.backlog.item;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.platform.access.Person;
import org.jspecify.annotations.Nullable;

/// An item, where it stands and what it is for, read in one statement.
///
/// @param released whether it is out
record StandingItem(
        BacklogItem item,
        Standing standing,
        @Nullable GoalReference goal,
        @Nullable ItemReference splitFrom,
        Person creator,
        ItemWork work,
        boolean released) {

    ShownStatus status() {
        return ShownStatus.of(item.status(), work.status(), released);
    }
}
