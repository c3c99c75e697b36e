package dev.steward.backlog.item;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.platform.access.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item, where it stands and what it is for, read in one statement and without the entity.
///
/// @param released whether it is out
record ItemDetails(
        ItemState item,
        long version,
        Instant createdAt,
        Person creator,
        RankAndScore rankAndScore,
        @Nullable GoalReference goal,
        @Nullable ItemReference splitFrom,
        ItemWork work,
        boolean released) {

    ShownStatus status() {
        return ShownStatus.of(item.status(), work.status(), released);
    }
}
