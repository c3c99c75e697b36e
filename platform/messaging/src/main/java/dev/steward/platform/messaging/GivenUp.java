package dev.steward.platform.messaging;

/// A record that was begun so often without an end that nobody tries it again.
final class GivenUp extends RuntimeException {

    GivenUp(int tries) {
        super(
                tries
                        + " tries ended without a result: each took too long, or the process ended with it",
                null,
                false,
                false);
    }
}
