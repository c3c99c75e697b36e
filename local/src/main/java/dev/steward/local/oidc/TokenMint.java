package dev.steward.local.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/// Makes tokens without asking the issuer: for tests that need a subject, a claim or an expiry that
/// no login would give.
public final class TokenMint {

    static final String AUDIENCE = "steward";
    static final Duration LIFETIME = Duration.ofHours(8);

    private final String issuer;
    private final RSAKey key;

    public TokenMint(String issuer, RSAKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /// Same issuer, same key id, another key: what a forger would present.
    public TokenMint withForgedKey() {
        return new TokenMint(issuer, SigningKey.generate());
    }

    /// The right key in the name of another issuer.
    public TokenMint withIssuer(String otherIssuer) {
        return new TokenMint(otherIssuer, key);
    }

    public String token(Person person) {
        return token(person.subject(), person.claims());
    }

    public String token(String subject, Map<String, ?> claims) {
        return token(subject, claims, LIFETIME);
    }

    /// A negative lifetime gives a token that has expired. `claims` may replace any of the usual
    /// ones, `aud` and `iss` too.
    public String token(String subject, Map<String, ?> claims, Duration lifetime) {
        var now = Instant.now();
        var expiry = now.plus(lifetime);
        var issuedAt = expiry.isBefore(now) ? expiry.minus(LIFETIME) : now;
        var body =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience(AUDIENCE)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(issuedAt))
                        .notBeforeTime(Date.from(issuedAt))
                        .expirationTime(Date.from(expiry));
        claims.forEach(body::claim);
        return sign(body.build());
    }

    private String sign(JWTClaimsSet claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of ours does not sign.", e);
        }
        return token.serialize();
    }
}
