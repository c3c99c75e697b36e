package dev.steward.platform.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Remembers the SHA-256 of the body where an `Idempotency-Key` is given: the same key with another
/// body is a client's mistake that must not be answered with the first one's result.
@Provider
public class RequestBody implements ReaderInterceptor {

    private static final String KEY = RequestBody.class.getName();

    private final Instance<RoutingContext> routing;

    RequestBody(Instance<RoutingContext> routing) {
        this.routing = routing;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().containsKey(Idempotent.HEADER)) {
            var body = new Hashed(context.getInputStream());
            routing.get().put(KEY, body);
            context.setInputStream(body);
        }
        return context.proceed();
    }

    /// The hash of this request's body, that of nothing when it has none. Reads what nobody has
    /// read.
    static byte[] hash(RoutingContext routing) {
        Hashed body = routing.get(KEY);
        try {
            return body == null ? sha256().digest() : body.hash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Hashed while it is read: a body may be larger than one would keep. Whoever has read it may
    /// close it.
    private static final class Hashed extends DigestInputStream {

        Hashed(InputStream body) {
            super(body, sha256());
        }

        byte[] hash() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            return getMessageDigest().digest();
        }

        @Override
        public void close() {
            // The rest is part of the hash.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
