package dev.steward.platform.web;

/// 429: the caller has as much under way already as one caller may.
final class TooManyConcurrentRequests extends Refusal {

    TooManyConcurrentRequests() {
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
