package dev.steward.backlog.item.importing;

/// What an import did with one item.
public sealed interface ImportResult {

    record Created() implements ImportResult {}

    record Updated() implements ImportResult {}

    record Unchanged() implements ImportResult {}

    /// The status of the item does not allow the change.
    record Refused(String code, String reason) implements ImportResult {}
}
