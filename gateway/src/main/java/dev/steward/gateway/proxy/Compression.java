package dev.steward.gateway.proxy;

import io.vertx.core.MultiMap;
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
                && acceptsGzip(request.get("Accept-Encoding"));
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && (type.startsWith("application/json") || type.contains("+json"));
    }

    private static boolean acceptsGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (var coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
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

    static boolean names(@Nullable String tags) {
        return tags != null && tags.contains(SUFFIX);
    }

    /// Before a service compares them.
    static void stripTags(MultiMap request) {
        strip(request, "If-None-Match");
        strip(request, "If-Match");
    }

    private static void strip(MultiMap request, String name) {
        var tags = request.get(name);
        if (tags != null && names(tags)) {
            request.set(name, tags.replace(SUFFIX, "\""));
        }
    }
}
