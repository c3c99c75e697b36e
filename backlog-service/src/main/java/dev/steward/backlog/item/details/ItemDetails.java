package dev.steward.backlog.item.details;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.item.ItemState;
import dev.steward.backlog.item.RankAndScore;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.access.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item with its rank, score, goal and work: read by one statement, without the entity.
///
/// @param released whether the item is in a released release
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
