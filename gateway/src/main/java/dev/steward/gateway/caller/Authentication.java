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

/// Authenticates the caller with the credentials that the operation accepts. The services check
/// again; this keeps requests away from them that they would refuse.
@Singleton
public class Authentication {

    private static final String SCHEME = "Bearer ";
    private static final String SOURCE_KEY = "stw_";
    private static final Pattern WELL_FORMED_KEY = Pattern.compile("stw_[A-Za-z0-9-]+_[!-~]+");

    /// RFC 7515, 7.1. The library throws on some malformed tokens instead of refusing them.
    private static final Pattern WELL_FORMED_TOKEN =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final VerifiedTokens tokens;
    private final ClientAddresses addresses;

    Authentication(VerifiedTokens tokens, ClientAddresses addresses) {
        this.tokens = tokens;
        this.addresses = addresses;
    }

    /// Fails with [NotAuthenticated] or [IssuerUnavailable]. Credentials for an operation that
    /// needs none are left to its service.
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
            return refused("The only accepted scheme of Authorization is Bearer.");
        }
        var credential = authorization.substring(SCHEME.length()).strip();
        return credential.startsWith(SOURCE_KEY)
                ? sourceKey(credential)
                : token(credential, access);
    }

    /// Only the form is checked here: feedback-service alone knows which keys are valid.
    private static Future<Caller> sourceKey(String key) {
        return WELL_FORMED_KEY.matcher(key).matches()
                ? Future.succeededFuture(new Caller.SourceKey(Fingerprint.of(key)))
                : refused("The source key is malformed. Its form is stw_<id>_<secret>.");
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
                ? NotAuthenticated.wrong(
                        "The token is expired, forged, or issued for another audience.")
                : new IssuerUnavailable(failure);
    }

    private static Future<Caller> refused(String detail) {
        return Future.failedFuture(NotAuthenticated.wrong(detail));
    }
}
