package dev.steward.platform.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Remembers the SHA-256 of the body where an `Idempotency-Key` is given: the same key with another
/// body is a client's mistake that must not be answered with the first one's result.
@Provider
public class RequestBody implements ReaderInterceptor {

    private static final String KEY = RequestBody.class.getName();
    private static final byte[] NOTHING = new byte[0];

    private final Instance<RoutingContext> routing;

    RequestBody(Instance<RoutingContext> routing) {
        this.routing = routing;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().containsKey(Idempotent.HEADER)) {
            var body = context.getInputStream().readAllBytes();
            routing.get().put(KEY, sha256(body));
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    /// The hash of this request's body, that of nothing when it has none.
    static byte[] hash(RoutingContext routing) {
        byte[] known = routing.get(KEY);
        return known == null ? sha256(NOTHING) : known;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
