package dev.steward.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;

/// What credentials an operation's `security` accepts.
///
/// @param open none are needed
/// @param oidc a token of the issuer will do
/// @param sourceKey the key of a feedback source will do
public record Access(boolean open, boolean oidc, boolean sourceKey) {

    static Access of(JsonNode security) {
        var open = security.isEmpty();
        var oidc = false;
        var sourceKey = false;
        for (var alternative : security) {
            open |= alternative.isEmpty();
            oidc |= alternative.has("oidc");
            sourceKey |= alternative.has("sourceKey");
        }
        return new Access(open, oidc, sourceKey);
    }
}
