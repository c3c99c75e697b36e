package dev.steward.gateway.caller;

/// The keys of the token issuer cannot be fetched, so no token can be verified.
public final class IssuerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailable(Throwable cause) {
        super("The token issuer cannot be reached.", cause, false, false);
    }
}
