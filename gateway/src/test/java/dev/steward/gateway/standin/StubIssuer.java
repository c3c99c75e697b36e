package dev.steward.gateway.standin;

import dev.steward.gateway.routing.RequestPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// An OpenID Connect issuer that issues tokens for any subject, and invalid ones on request.
class StubIssuer {

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final RsaJsonWebKey strangersKey;

    private StubIssuer(HttpServer server) throws JoseException {
        this.server = server;
        key = key();
        strangersKey = key();
        server.requestHandler(this::answer);
    }

    private static RsaJsonWebKey key() throws JoseException {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("the-key");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        key.setUse("sig");
        return key;
    }

    static StubIssuer start(Vertx vertx) {
        try {
            var issuer = new StubIssuer(vertx.createHttpServer());
            issuer.server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
            return issuer;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/steward";
    }

    private void answer(HttpServerRequest request) {
        switch (RequestPath.of(request)) {
            case "/steward/.well-known/openid-configuration" -> json(request, discovery());
            case "/steward/jwks" -> json(request, new JsonWebKeySet(key).toJson());
            case "/steward/token" -> request.response().end(token(request));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private String discovery() {
        return new JsonObject()
                .put("issuer", url())
                .put("jwks_uri", url() + "/jwks")
                .put("token_endpoint", url() + "/token")
                .put("authorization_endpoint", url() + "/authorize")
                .encode();
    }

    private static void json(HttpServerRequest request, String text) {
        request.response().putHeader("Content-Type", "application/json").end(text);
    }

    private String token(HttpServerRequest request) {
        var flaw = request.getParam("flaw", "none");
        var claims = new JwtClaims();
        claims.setIssuer(flaw.equals("issuer") ? "http://elsewhere/steward" : url());
        claims.setAudience(flaw.equals("audience") ? "another-system" : "steward");
        claims.setSubject(request.getParam("sub"));
        claims.setStringClaim("preferred_username", "somebody else's choice");
        claims.setIssuedAtToNow();
        var expiry = NumericDate.now();
        expiry.addSeconds(flaw.equals("expired") ? -120 : 3600);
        claims.setExpirationTime(expiry);
        return signed(claims, flaw);
    }

    private String signed(JwtClaims claims, String flaw) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue("the-key");
        signature.setKey(
                flaw.equals("forged") ? strangersKey.getPrivateKey() : key.getPrivateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        if (flaw.equals("unsigned")) {
            signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            signature.setKey(null);
        }
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
