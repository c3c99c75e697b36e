package dev.steward.platform.access;

import dev.steward.platform.web.problem.Forbidden;

/// The caller may only propose this, and proposals are not there yet.
public final class ProposalsNotAvailable extends Forbidden {

    public ProposalsNotAvailable(Right right) {
        super(
                "proposals-not-available",
                "You may only propose this (" + right + "); proposals are not available yet.");
        fact("right", right.name());
    }
}
