package dev.steward.backlog.item;

/// What became of an item that another tool brought.
public sealed interface Taken {

    record Created() implements Taken {}

    record Updated() implements Taken {}

    record Unchanged() implements Taken {}

    /// Its state does not allow the change.
    record Refused(String code, String reason) implements Taken {}
}
