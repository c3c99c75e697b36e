package dev.steward.feedback.contact;

/// Role of whoever submits a vote towards its voter.
public enum VoteSubmitterRole {
    /// The voter, or a source key, which speaks for the people of its system.
    VOTER,
    /// A member with the right TRIAGE_FEEDBACK, who may correct every vote.
    TRIAGER,
    /// Another member who writes down what the voter said.
    RECORDER
}
