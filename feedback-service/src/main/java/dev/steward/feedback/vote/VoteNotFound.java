package dev.steward.feedback.vote;

import dev.steward.platform.web.problem.NotFound;

/// The vote does not exist; also when somebody withdraws a vote that was never cast.
final class VoteNotFound extends NotFound {

    VoteNotFound() {
        super("vote-not-found", "There is no such vote on this entry.");
    }
}
