package dev.steward.platform.web.problem;

/// 503: all callers together have as much under way as the memory of this instance allows.
public final class Overloaded extends Refusal {

    public Overloaded() {
        super(503, "service-unavailable", "Too much is under way here: ask again in a second.");
    }

    @Override
    protected boolean passes() {
        return true;
    }
}
