package dev.steward.bench;

/// Why there is no figure, in a sentence for whoever runs the bench.
final class BenchFailure extends RuntimeException {

    BenchFailure(String message) {
        super(message);
    }

    BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
