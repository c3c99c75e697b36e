package dev.steward.feedback.vote;

import dev.steward.platform.web.NotFound;

/// No such vote; also when somebody takes back what they never cast.
final class VoteNotFound extends NotFound {

    VoteNotFound() {
        super("vote-not-found", "There is no such vote on this entry.");
    }
}
