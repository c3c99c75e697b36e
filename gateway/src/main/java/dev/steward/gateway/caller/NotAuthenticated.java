package dev.steward.gateway.caller;

/// The credentials are missing or not accepted by the operation.
public final class NotAuthenticated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String REALM = "Bearer realm=\"steward\"";

    private final String detail;
    private final String challenge;

    private NotAuthenticated(String detail, String challenge) {
        super(detail, null, false, false);
        this.detail = detail;
        this.challenge = challenge;
    }

    static NotAuthenticated missing() {
        return new NotAuthenticated(
                "This operation needs credentials in the header Authorization.", REALM);
    }

    static NotAuthenticated wrong(String detail) {
        return new NotAuthenticated(detail, REALM + ", error=\"invalid_token\"");
    }

    public String detail() {
        return detail;
    }

    /// The value of `WWW-Authenticate`.
    public String challenge() {
        return challenge;
    }
}
