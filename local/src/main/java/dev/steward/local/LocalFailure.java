package dev.steward.local;

/// Something the person at the keyboard has to know, in words for that person.
public class LocalFailure extends RuntimeException {

    public LocalFailure(String message) {
        super(message);
    }

    public LocalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
