package dev.steward.feedback.vote;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;

/// A source is nobody: its key always says whose vote it brings.
final class VoterRequired extends Invalid {

    VoterRequired() {
        super(FieldError.at("/voter", "required", "A source key names the voter."));
    }
}
