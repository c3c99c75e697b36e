package dev.steward.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;

/// The credentials that an operation accepts, by its `security`.
///
/// @param open whether no credentials are needed
/// @param oidc whether a token of the issuer is accepted
/// @param sourceKey whether the key of a feedback source is accepted
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
