package dev.steward.platform.web.body;

import dev.steward.platform.web.idempotency.Idempotent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// Bounds the body by what its operation takes, and remembers the SHA-256 of the body where an
/// `Idempotency-Key` is given: the same key with another body or query is a client's mistake that
/// must not be answered with the first one's result (that of a dry run, for example, when the
/// import itself is meant).
@Provider
public class RequestBody implements ReaderInterceptor {

    private static final String KEY = RequestBody.class.getName();

    private final Instance<RoutingContext> routing;
    private final ResourceInfo resource;
    private final BodyLimits limits;

    RequestBody(Instance<RoutingContext> routing, ResourceInfo resource, BodyLimits limits) {
        this.routing = routing;
        this.resource = resource;
        this.limits = limits;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var bounded =
                new BoundedBody(
                        context.getInputStream(),
                        limits.of(resource.getResourceMethod()),
                        announced(context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH)));
        context.setInputStream(bounded);
        if (context.getHeaders().containsKey(Idempotent.HEADER)) {
            var body = new Hashed(bounded);
            routing.get().put(KEY, body);
            context.setInputStream(body);
        }
        return context.proceed();
    }

    private static long announced(@Nullable String length) {
        return length == null ? -1 : Long.parseLong(length);
    }

    /// The hash of this request's body and query, that of nothing when it has neither. Reads what
    /// nobody has read.
    public static byte[] hash(RoutingContext routing) {
        Hashed body = routing.get(KEY);
        var query = routing.request().query();
        try {
            var hash = body == null ? sha256().digest() : body.hash();
            return query == null || query.isEmpty() ? hash : withQuery(hash, query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withQuery(byte[] body, String query) {
        var hash = sha256();
        hash.update(body);
        return hash.digest(query.getBytes(StandardCharsets.UTF_8));
    }

    /// Hashed while it is read: a body may be larger than one would keep. Whoever has read it may
    /// close it.
    private static final class Hashed extends DigestInputStream {

        Hashed(InputStream body) {
            super(body, sha256());
        }

        public byte[] hash() throws IOException {
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
