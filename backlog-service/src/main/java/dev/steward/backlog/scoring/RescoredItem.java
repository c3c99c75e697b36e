package dev.steward.backlog.scoring;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item that has just been scored.
///
/// @param before null at its first score
record RescoredItem(UUID item, @Nullable StoredScore before, StoredScore now) {

    static RescoredItem of(ScorableItem item, ActiveModel model) {
        var score = model.model().score(item.inputs());
        return new RescoredItem(
                item.id(), item.stored(), StoredScore.of(score, item.inputs(), model.version()));
    }

    boolean isChanged() {
        return !now.equals(before);
    }

    /// False for a first score: the new item is the news.
    boolean hasScoreChanged() {
        return before != null && !Objects.equals(before.score(), now.score());
    }
}
