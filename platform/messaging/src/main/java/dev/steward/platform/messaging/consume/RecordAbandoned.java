package dev.steward.platform.messaging.consume;

/// A record that was begun so often without an end that it is not tried again.
final class RecordAbandoned extends RuntimeException {

    RecordAbandoned(int tries) {
        super(
                tries
                        + " tries ended without a result: each took too long, or the process ended with it",
                null,
                false,
                false);
    }
}
