package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.rank.Rank;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All items of a product in their order, dropped ones included. Kept in arrays: objects for
/// 200,000 items would need ten times the memory.
///
/// Each item has an index among all; an open item also has a position among the open ones. Both
/// count from 0.
final class CurrentOrder {

    /// Instead of a score: too little is known to place the item by score.
    static final long NOT_ASSESSED = Long.MIN_VALUE;

    private static final int SCORE_DIGITS = 6;
    private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(9_000_000_000_000L);

    private final long[] ids;
    private final byte[] ranks;
    private final int[] rankEnds;
    private final int size;
    private final BitSet open;
    private final int[] openItems;
    private final long[] scores;

    private CurrentOrder(Builder read) {
        this.size = read.size;
        this.ids = Arrays.copyOf(read.ids, 2 * size);
        this.ranks = Arrays.copyOf(read.ranks, size == 0 ? 0 : read.rankEnds[size - 1]);
        this.rankEnds = Arrays.copyOf(read.rankEnds, size);
        this.open = read.open;
        this.openItems = open.stream().toArray();
        this.scores = Arrays.copyOf(read.scores, openItems.length);
    }

    int size() {
        return size;
    }

    int openCount() {
        return openItems.length;
    }

    /// Scores of the open items by position, in millionths; [#NOT_ASSESSED] where there is none.
    long[] scores() {
        return scores.clone();
    }

    boolean isAssessed(int position) {
        return scores[position] != NOT_ASSESSED;
    }

    UUID id(int index) {
        return new UUID(ids[2 * index], ids[2 * index + 1]);
    }

    UUID idAt(int position) {
        return id(openItems[position]);
    }

    Rank rank(int index) {
        return new Rank(key(index));
    }

    String key(int index) {
        return new String(
                ranks, start(index), rankEnds[index] - start(index), StandardCharsets.US_ASCII);
    }

    private int start(int index) {
        return index == 0 ? 0 : rankEnds[index - 1];
    }

    boolean isOpen(int index) {
        return open.get(index);
    }

    /// The index of the item at a position.
    int indexOf(int position) {
        return openItems[position];
    }

    /// Positions of those of the items that are open.
    Map<UUID, Integer> positions(Set<UUID> items) {
        Map<UUID, Integer> positions = new HashMap<>();
        if (items.isEmpty()) {
            return positions;
        }
        for (int position = 0; position < openItems.length; position++) {
            var id = idAt(position);
            if (items.contains(id)) {
                positions.put(id, position);
            }
        }
        return positions;
    }

    /// Number of open items above a rank.
    int countAbove(Rank rank) {
        var key = rank.key().getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        int to = openItems.length;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (compare(openItems[middle], key) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private int compare(int index, byte[] key) {
        return Arrays.compare(ranks, start(index), rankEnds[index], key, 0, key.length);
    }

    /// Receives the items in their order.
    static final class Builder {

        private static final int FIRST = 1_024;
        private static final int USUAL_RANK = 8;

        private long[] ids = new long[2 * FIRST];
        private byte[] ranks = new byte[USUAL_RANK * FIRST];
        private int[] rankEnds = new int[FIRST];
        private long[] scores = new long[FIRST];
        private final BitSet open = new BitSet();
        private int size;
        private int openCount;

        /// @param score null when too little is known to place the item by it
        Builder add(UUID id, String rank, @Nullable BigDecimal score) {
            open.set(size);
            if (openCount == scores.length) {
                scores = Arrays.copyOf(scores, 2 * openCount);
            }
            scores[openCount++] = score == null ? NOT_ASSESSED : millionths(score);
            return append(id, rank);
        }

        Builder addDropped(UUID id, String rank) {
            return append(id, rank);
        }

        private Builder append(UUID id, String rank) {
            if (size == rankEnds.length) {
                rankEnds = Arrays.copyOf(rankEnds, 2 * size);
                ids = Arrays.copyOf(ids, 4 * size);
            }
            var key = rank.getBytes(StandardCharsets.US_ASCII);
            var start = size == 0 ? 0 : rankEnds[size - 1];
            if (start + key.length > ranks.length) {
                ranks = Arrays.copyOf(ranks, 2 * ranks.length);
            }
            System.arraycopy(key, 0, ranks, start, key.length);
            ids[2 * size] = id.getMostSignificantBits();
            ids[2 * size + 1] = id.getLeastSignificantBits();
            rankEnds[size++] = start + key.length;
            return this;
        }

        /// Scores above nine trillion count as equal.
        private static long millionths(BigDecimal score) {
            return score.min(HIGHEST_SCORE).movePointRight(SCORE_DIGITS).longValue();
        }

        CurrentOrder build() {
            return new CurrentOrder(this);
        }
    }
}
