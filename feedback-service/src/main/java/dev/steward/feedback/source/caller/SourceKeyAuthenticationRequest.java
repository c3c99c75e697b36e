package dev.steward.feedback.source.caller;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/// A request with a source key.
class SourceKeyAuthenticationRequest extends BaseAuthenticationRequest {

    private final String credential;

    SourceKeyAuthenticationRequest(String credential) {
        this.credential = credential;
    }

    String credential() {
        return credential;
    }
}
