package dev.steward.feedback.vote;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;

/// A source key must name the voter.
final class VoterRequired extends Invalid {

    VoterRequired() {
        super(FieldError.at("/voter", "required", "A source key must name the voter."));
    }
}
