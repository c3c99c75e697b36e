package dev.steward.platform.web.problem;

/// The state of the resource does not allow the request.
public abstract non-sealed class Conflict extends Refusal {

    protected Conflict(String code, String detail) {
        super(409, code, detail);
    }
}
