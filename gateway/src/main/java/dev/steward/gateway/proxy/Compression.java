package dev.steward.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which answers are compressed, and what that does to entity tags: the compressed bytes are
/// another representation (RFC 9110, 8.8.3), so its tag ends with `-gzip`, which the services never
/// see.
class Compression {

    private static final int WORTH_IT = 1024;
    private static final String SUFFIX = "-gzip\"";

    private Compression() {}

    /// @param length of the body, -1 when it is not known
    static boolean applies(MultiMap request, MultiMap answer, long length) {
        return (length < 0 || length > WORTH_IT)
                && isJson(answer.get("Content-Type"))
                && !answer.contains("Content-Encoding")
                && acceptsGzip(request.getAll("Accept-Encoding"));
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && (type.startsWith("application/json") || type.contains("+json"));
    }

    private static boolean acceptsGzip(List<String> accepted) {
        for (var coding : String.join(",", accepted).toLowerCase(Locale.ROOT).split(",")) {
            var parts = coding.replace(" ", "").split(";", 2);
            if (parts[0].equals("gzip")) {
                return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    static void mark(MultiMap answer) {
        answer.set("Content-Encoding", "gzip");
        answer.remove("Content-Length");
        answer.add("Vary", "Accept-Encoding");
        suffix(answer);
    }

    /// Of an answer, or of a 304 to a request with the tag of a compressed one.
    static void suffix(MultiMap answer) {
        var tag = answer.get("ETag");
        if (tag != null && tag.endsWith("\"") && !tag.endsWith(SUFFIX)) {
            answer.set("ETag", tag.substring(0, tag.length() - 1) + SUFFIX);
        }
    }

    /// Whether the caller holds a compressed representation.
    static boolean isHeldCompressed(MultiMap request) {
        return request.getAll("If-None-Match").stream().anyMatch(tags -> tags.contains(SUFFIX));
    }

    /// Makes what services compare one list without our suffix: each may have come in several lines
    /// (RFC 9110, 5.3).
    static void plainTags(MultiMap request) {
        plain(request, "If-None-Match");
        plain(request, "If-Match");
    }

    private static void plain(MultiMap request, String name) {
        var lines = request.getAll(name);
        if (!lines.isEmpty()) {
            request.set(name, String.join(", ", lines).replace(SUFFIX, "\""));
        }
    }
}
