package dev.steward.platform.web.conditional;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers that carry one resource: its ETag, caching rules and 304.
public final class Representation {

    private Representation() {}

    /// `"<version>-<mark>"`: the version counts what people edited, the mark hashes the derived
    /// values shown (score, rank, demand), so that a cached copy is refreshed when these move.
    public static String etag(long version, Object... derived) {
        return derived.length == 0
                ? "\"" + version + "\""
                : "\""
                        + version
                        + "-"
                        + Integer.toHexString(java.util.Arrays.deepHashCode(derived))
                        + "\"";
    }

    public static Response created(URI location, String etag, Object body) {
        return with(Response.created(location), etag).entity(body).build();
    }

    public static Response ok(String etag, Object body) {
        return with(Response.ok(), etag).entity(body).build();
    }

    /// Runs the change under the caller's condition; a 412 shows what there is now.
    ///
    /// @param change answers what is shown after it
    public static <V extends Tagged> Response changed(
            IfMatch condition, Function<IfMatch, V> change, Supplier<V> current) {
        var view = condition.guarding(() -> change.apply(condition), current);
        return ok(view.etag(), view);
    }

    /// 304 when the caller holds this representation, the whole ETag compared.
    public static Response read(@Nullable String ifNoneMatch, String etag, Object body) {
        return IfNoneMatch.holds(ifNoneMatch, etag)
                ? with(Response.notModified(), etag).build()
                : ok(etag, body);
    }

    private static Response.ResponseBuilder with(Response.ResponseBuilder response, String etag) {
        var cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true);
        cache.setNoTransform(false);
        return response.header("ETag", etag).cacheControl(cache);
    }
}
