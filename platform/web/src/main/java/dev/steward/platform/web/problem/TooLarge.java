package dev.steward.platform.web.problem;

/// 413: the body, or what it asks for, is larger than the limit.
public non-sealed class TooLarge extends Refusal {

    public TooLarge(String detail) {
        super(413, "payload-too-large", detail);
    }
}
