package dev.steward.platform.web.problem;

/// What is asked for cannot be done now, and can be in a moment: 503 with `Retry-After`.
public abstract non-sealed class Unavailable extends Refusal {

    protected Unavailable(String code, String detail) {
        super(503, code, detail);
    }

    @Override
    protected final boolean passes() {
        return true;
    }
}
