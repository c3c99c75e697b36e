package dev.steward.backlog.order;

/// So many items were put into one place that the next key would be too long. Not a refusal: the
/// neighbourhood is spread anew, then there is room.
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
