package dev.steward.backlog.order.move;

import dev.steward.backlog.order.rank.Gap;

/// The next rank at a place would be too long. Not a refusal: the ranks around it are spread
/// evenly, then there is space again.
final class NoRankSpace extends Exception {

    private final transient Gap gap;

    NoRankSpace(Gap gap) {
        super("no room in " + gap, null, false, false);
        this.gap = gap;
    }

    Gap gap() {
        return gap;
    }
}
