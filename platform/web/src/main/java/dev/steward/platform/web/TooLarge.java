package dev.steward.platform.web;

/// 413: more than the house can carry.
public non-sealed class TooLarge extends Refusal {

    public TooLarge(String detail) {
        super(413, "payload-too-large", detail);
    }
}
