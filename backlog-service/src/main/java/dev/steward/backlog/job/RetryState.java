package dev.steward.backlog.job;

/// How careful one is with the next piece of some work. What takes too long is tried again a few
/// times, then half of it, and so on until a single thing is left; what is single and fails as
/// often is given up.
///
/// @param tries that took too long since anything succeeded
/// @param begun tries that have no end: they may have ended the process
/// @param halved how often the piece was halved
/// @param until the position from which on it may be whole again
record RetryState(int tries, int begun, int halved, long until) {

    static final RetryState NONE = new RetryState(0, 0, 0, 0);

    static final int MAX_TRIES = 3;

    /// After that many the process itself is in danger: the next end is to be that of one thing.
    private static final int UNFINISHED = 2;

    private static final int TO_ONE = Integer.SIZE - 1;

    /// Before another try.
    ///
    /// @param position of the piece
    /// @param whole how much would be done at once
    RetryState before(long position, int whole) {
        if (halved > 0 && position >= until) {
            return new RetryState(tries, begun, 0, 0).before(position, whole);
        }
        if (most(whole) == 1) {
            return this;
        }
        if (begun >= UNFINISHED) {
            return new RetryState(0, 0, TO_ONE, Math.max(until, position + whole));
        }
        return tries >= (halved == 0 ? MAX_TRIES : 1)
                ? new RetryState(0, begun, halved + 1, Math.max(until, position + whole))
                : this;
    }

    int most(int whole) {
        return Math.max(1, whole >> halved);
    }

    boolean isGivenUp(int whole) {
        return most(whole) == 1 && tries + begun >= MAX_TRIES;
    }

    RetryState begin() {
        return new RetryState(tries, begun + 1, halved, until);
    }
}
