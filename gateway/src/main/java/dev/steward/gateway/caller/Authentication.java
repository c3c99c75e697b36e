package dev.steward.gateway.caller;

import dev.steward.gateway.routing.Access;
import dev.steward.gateway.routing.Operation;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/// Finds out who calls, by what the operation accepts. The services check again; this spares them
/// the requests that would be refused anyway.
@Singleton
public class Authentication {

    private static final String SCHEME = "Bearer ";
    private static final String SOURCE_KEY = "stw_";
    private static final Pattern WELL_FORMED_KEY = Pattern.compile("stw_[A-Za-z0-9-]+_[!-~]+");

    /// RFC 7515, 7.1. The library fails on some of what is none, instead of refusing it.
    private static final Pattern WELL_FORMED_TOKEN =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final VerifiedTokens tokens;
    private final ClientAddresses addresses;

    Authentication(VerifiedTokens tokens, ClientAddresses addresses) {
        this.tokens = tokens;
        this.addresses = addresses;
    }

    /// Fails with [NotAuthenticated] or [IssuerUnavailable]. An open operation leaves credentials,
    /// if there are any, to its service.
    public Future<Caller> authenticate(HttpServerRequest request, Operation operation) {
        var access = operation.access();
        if (access.open()) {
            return Future.succeededFuture(addresses.of(request));
        }
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Future.failedFuture(NotAuthenticated.missing());
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return refused("Only the scheme Bearer is accepted.");
        }
        var credential = authorization.substring(SCHEME.length()).strip();
        return credential.startsWith(SOURCE_KEY)
                ? sourceKey(credential)
                : token(credential, access);
    }

    /// Only feedback-service can tell a live key from an unknown one, so only it refuses keys.
    private static Future<Caller> sourceKey(String key) {
        return WELL_FORMED_KEY.matcher(key).matches()
                ? Future.succeededFuture(new Caller.SourceKey(Fingerprint.of(key)))
                : refused("The source key is malformed.");
    }

    private Future<Caller> token(String token, Access access) {
        if (!access.oidc()) {
            return refused("This operation accepts only a source key.");
        }
        if (!WELL_FORMED_TOKEN.matcher(token).matches()) {
            return refused("The token is not a signed JWT.");
        }
        var promise = ContextInternal.current().<Caller>promise();
        tokens.verify(token)
                .subscribe()
                .with(promise::complete, failure -> promise.fail(refusal(failure)));
        return promise.future();
    }

    private static RuntimeException refusal(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                ? NotAuthenticated.wrong("The token is expired, forged, or made for someone else.")
                : new IssuerUnavailable(failure);
    }

    private static Future<Caller> refused(String detail) {
        return Future.failedFuture(NotAuthenticated.wrong(detail));
    }
}
