package dev.steward.local.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/// What the issuer puts into a token. With a password grant the name is in the request; with a code
/// the login page has already sent subject and claims, and nothing is added here.
final class SeededPeople implements OAuth2TokenCallback {

    @Override
    public String issuerId() {
        return OidcIssuer.ID;
    }

    @Override
    public @Nullable String subject(TokenRequest request) {
        return request.getAuthorizationGrant()
                        instanceof ResourceOwnerPasswordCredentialsGrant login
                ? person(login).subject()
                : null;
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(TokenMint.AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return request.getAuthorizationGrant()
                        instanceof ResourceOwnerPasswordCredentialsGrant login
                ? person(login).claims()
                : Map.of();
    }

    @Override
    public long tokenExpiry() {
        return TokenMint.LIFETIME.toSeconds();
    }

    private static Person person(ResourceOwnerPasswordCredentialsGrant login) {
        return Person.named(login.getUsername()).orElseThrow(() -> nobody(login.getUsername()));
    }

    private static OAuth2Exception nobody(String name) {
        var message = "Nobody here is called " + name + "; there are " + Person.everybody() + ".";
        return new OAuth2Exception(OAuth2Error.INVALID_GRANT.setDescription(message), message);
    }
}
