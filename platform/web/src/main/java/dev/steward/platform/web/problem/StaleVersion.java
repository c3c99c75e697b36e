package dev.steward.platform.web.problem;

/// 412: the caller's `If-Match` names a version that is no longer the current one.
public final class StaleVersion extends Refusal {

    private final boolean ofNothing;

    public StaleVersion(long current) {
        super(
                412,
                "stale-version",
                "The resource has changed: its version is now " + current + ".");
        fact("currentVersion", current);
        ofNothing = false;
    }

    private StaleVersion() {
        super(412, "stale-version", "There is nothing yet that If-Match could match.");
        ofNothing = true;
    }

    /// `If-Match`, even `*`, on what does not exist.
    public static StaleVersion ofMissing() {
        return new StaleVersion();
    }

    /// `If-None-Match: *` on what exists.
    public static StaleVersion ofExisting(long current) {
        return new StaleVersion(current);
    }

    public boolean isOfMissing() {
        return ofNothing;
    }

    /// Shows the caller what is there now, so that it can merge without another request.
    public StaleVersion showing(Object current) {
        fact("current", current);
        return this;
    }
}
