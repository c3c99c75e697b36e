package dev.steward.bench;

/// Why there is no figure, in a sentence for whoever runs the bench.
public final class BenchFailure extends RuntimeException {

    public BenchFailure(String message) {
        super(message);
    }

    public BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
