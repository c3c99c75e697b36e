package dev.steward.backlog.order;

import dev.steward.backlog.item.KeptScore;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item with all that decides its place.
///
/// @param open neither dropped nor a duplicate: only these are in the order that people see
/// @param coverage the share of the scoring model's inputs that is known; null: never scored
record RankedItem(
        UUID id, Rank rank, boolean open, KeptScore score, @Nullable BigDecimal coverage) {

    private static final BigDecimal ENOUGH = new BigDecimal("0.5");

    /// Half of the inputs must be known.
    Candidate candidate() {
        var isAssessed = coverage != null && coverage.compareTo(ENOUGH) >= 0;
        return new Candidate(id, isAssessed ? score.score() : null);
    }
}
