package dev.steward.backlog.job;

/// Decides how much work the next attempt takes. After some attempts that took too long, the size
/// is halved, down to a single item; a single item that fails as often is given up.
///
/// @param tries attempts that took too long since the last success
/// @param begun attempts without a known end: they may have ended the process
/// @param halved how often the size was halved
/// @param until position from which the full size is used again
record RetryState(int tries, int begun, int halved, long until) {

    static final RetryState NONE = new RetryState(0, 0, 0, 0);

    static final int MAX_TRIES = 3;

    /// After so many, the process itself is in danger: only single items are tried.
    private static final int UNFINISHED = 2;

    private static final int TO_ONE = Integer.SIZE - 1;

    /// State before another attempt.
    ///
    /// @param position position of the work
    /// @param whole full size
    RetryState beforeAttempt(long position, int whole) {
        if (halved > 0 && position >= until) {
            return new RetryState(tries, begun, 0, 0).beforeAttempt(position, whole);
        }
        if (size(whole) == 1) {
            return this;
        }
        if (begun >= UNFINISHED) {
            return new RetryState(0, 0, TO_ONE, Math.max(until, position + whole));
        }
        return tries >= (halved == 0 ? MAX_TRIES : 1)
                ? new RetryState(0, begun, halved + 1, Math.max(until, position + whole))
                : this;
    }

    int size(int whole) {
        return Math.max(1, whole >> halved);
    }

    boolean isGivenUp(int whole) {
        return size(whole) == 1 && tries + begun >= MAX_TRIES;
    }

    RetryState begin() {
        return new RetryState(tries, begun + 1, halved, until);
    }
}
