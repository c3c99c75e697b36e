package dev.steward.platform.web.problem;

/// The caller may see the resource but not do this to it.
public abstract non-sealed class Forbidden extends Refusal {

    protected Forbidden(String code, String detail) {
        super(403, code, detail);
    }
}
