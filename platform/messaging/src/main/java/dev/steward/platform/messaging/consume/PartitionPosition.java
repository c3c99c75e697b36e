package dev.steward.platform.messaging.consume;

/// Where this service stands in a partition, and how careful it is there. What takes too long is
/// tried again a few times, then with half as many records, and so on until one is alone; what is
/// alone and fails as often is given up.
///
/// @param next the offset to go on with
/// @param tries how often a batch from there was begun without an end
/// @param most how many records are taken at once
/// @param until the offset from which on they may be [#ALL] again
public record PartitionPosition(long next, int tries, int most, long until) {

    static final int ALL = 500;
    static final int MOST_TRIES = 3;

    /// After that many the process itself is in danger: see [#found].
    private static final int UNFINISHED = 2;

    public static PartitionPosition at(long next) {
        return new PartitionPosition(next, 0, ALL, next);
    }

    /// As the database tells it to whoever begins to read. Batches that were begun and have no end
    /// may have ended the process: from here each record is alone, so that the next end is that of
    /// one record.
    PartitionPosition found() {
        return tries >= UNFINISHED && most > 1
                ? new PartitionPosition(next, 0, 1, next + ALL)
                : this;
    }

    /// As the database has it now, with what only this process knows: a try that failed with the
    /// database was none.
    PartitionPosition reread(long nextNow) {
        return nextNow == next ? this : applied(nextNow);
    }

    boolean isGivenUp() {
        return most == 1 && tries >= MOST_TRIES;
    }

    /// Whether something has failed here that others must not wait for.
    boolean isSuspect() {
        return tries > 0 || most < ALL;
    }

    PartitionPosition applied(long nextNow) {
        return nextNow < until ? new PartitionPosition(nextNow, 0, most, until) : at(nextNow);
    }

    /// @param end the offset behind the batch that took too long
    PartitionPosition tookTooLong(int size, long end) {
        if (size == 1) {
            return tries + 1 < MOST_TRIES
                    ? new PartitionPosition(next, tries + 1, most, until)
                    : new PartitionPosition(next, tries + 1, 1, Math.max(until, end));
        }
        return most == ALL && tries + 1 < MOST_TRIES
                ? new PartitionPosition(next, tries + 1, most, until)
                : new PartitionPosition(next, 0, size / 2, Math.max(until, end));
    }

    PartitionPosition oneByOne(long end) {
        return new PartitionPosition(next, 0, 1, Math.max(until, end));
    }
}
