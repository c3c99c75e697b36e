package dev.steward.platform.web.problem;

/// 428: the request must be conditional.
public final class PreconditionRequired extends Refusal {

    public PreconditionRequired() {
        super(
                428,
                "precondition-required",
                "Send If-Match with the ETag you last read, or * for whatever is there.");
    }
}
