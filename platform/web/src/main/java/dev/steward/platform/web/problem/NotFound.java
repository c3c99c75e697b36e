package dev.steward.platform.web.problem;

/// What was asked for does not exist, or not for this caller: the two are not told apart.
public abstract non-sealed class NotFound extends Refusal {

    protected NotFound(String code, String detail) {
        super(404, code, detail);
    }
}
