package dev.steward.feedback.source;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/// Somebody came with a source key.
class SourceKeyRequest extends BaseAuthenticationRequest {

    private final String credential;

    SourceKeyRequest(String credential) {
        this.credential = credential;
    }

    String credential() {
        return credential;
    }
}
