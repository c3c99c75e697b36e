package dev.steward.platform.testing.offenders;

import jakarta.ws.rs.core.Response;

/// A planted offender: a rule of the business that answers HTTP.
public final class WebSpeakingRule {
    Response decide() {
        return Response.ok().build();
    }
}
