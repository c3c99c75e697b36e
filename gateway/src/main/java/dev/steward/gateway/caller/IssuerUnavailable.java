package dev.steward.gateway.caller;

/// The issuer of tokens cannot be asked for its keys, so no token can be judged.
public final class IssuerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailable(Throwable cause) {
        super("The issuer of tokens cannot be reached.", cause, false, false);
    }
}
