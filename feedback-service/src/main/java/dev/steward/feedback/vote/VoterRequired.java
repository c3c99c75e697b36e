package dev.steward.feedback.vote;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;

/// A source key must name the voter.
final class VoterRequired extends Invalid {

    VoterRequired() {
        super(FieldError.at("/voter", "required", "A source key must name the voter."));
    }
}
