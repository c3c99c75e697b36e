package dev.steward.platform.messaging.consume;

/// A record that no reader of this service can understand; it becomes a dead letter.
final class MalformedEvent extends RuntimeException {

    MalformedEvent(@org.jspecify.annotations.Nullable String message) {
        super(message);
    }
}
