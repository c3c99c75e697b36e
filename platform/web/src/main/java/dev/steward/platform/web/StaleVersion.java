package dev.steward.platform.web;

/// 412: the caller's `If-Match` names a version that is no longer the current one.
public final class StaleVersion extends Refusal {

    StaleVersion(long current) {
        super(
                412,
                "stale-version",
                "The resource has changed: its version is now " + current + ".");
        fact("currentVersion", current);
    }

    /// Shows the caller what is there now, so that it can merge without another request.
    StaleVersion showing(Object current) {
        fact("current", current);
        return this;
    }
}
