package dev.steward.platform.web.problem;

/// 429: the caller has as much under way already as one caller may.
public final class TooManyConcurrentRequests extends Refusal {

    public TooManyConcurrentRequests() {
        super(
                429,
                "too-many-requests",
                "Too much of yours is under way here at once: wait for an answer, or send less.");
    }

    @Override
    protected boolean passes() {
        return true;
    }
}
