package dev.steward.feedback.contact;

/// What somebody who hands a vote in is to its voter.
public enum VoteSubmitterRole {
    /// The voter; or a source, which speaks for the people that it knows.
    VOTER,
    /// Somebody who may triage: everybody's votes are theirs to correct.
    TRIAGER,
    /// Somebody who writes down what the voter said.
    RECORDER
}
