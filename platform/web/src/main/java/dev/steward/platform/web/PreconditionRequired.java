package dev.steward.platform.web;

/// 428: the request must be conditional.
public final class PreconditionRequired extends Refusal {

    PreconditionRequired() {
        super(
                428,
                "precondition-required",
                "Send If-Match with the ETag you last read, or * for whatever is there.");
    }
}
