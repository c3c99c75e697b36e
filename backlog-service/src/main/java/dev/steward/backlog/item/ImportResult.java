package dev.steward.backlog.item;

/// What became of an item that another tool brought.
public sealed interface ImportResult {

    record Created() implements ImportResult {}

    record Updated() implements ImportResult {}

    record Unchanged() implements ImportResult {}

    /// Its state does not allow the change.
    record Refused(String code, String reason) implements ImportResult {}
}
