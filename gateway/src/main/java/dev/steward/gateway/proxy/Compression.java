package dev.steward.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Decides which responses are compressed, and marks their entity tags: compressed bytes are
/// another representation (RFC 9110, 8.8.3), so their tag ends with `-gzip`. The services never see
/// that.
class Compression {

    private static final int MIN_LENGTH = 1024;
    private static final String SUFFIX = "-gzip\"";

    private Compression() {}

    /// @param length bytes of the body; -1 when not known
    static boolean applies(MultiMap request, MultiMap answer, long length) {
        return (length < 0 || length > MIN_LENGTH)
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

    static void markGzip(MultiMap answer) {
        answer.set("Content-Encoding", "gzip");
        answer.remove("Content-Length");
        answer.add("Vary", "Accept-Encoding");
        addSuffix(answer);
    }

    /// Adds the suffix to the tag of a compressed response, or of a 304 for one.
    static void addSuffix(MultiMap answer) {
        var tag = answer.get("ETag");
        if (tag != null && tag.endsWith("\"") && !tag.endsWith(SUFFIX)) {
            answer.set("ETag", tag.substring(0, tag.length() - 1) + SUFFIX);
        }
    }

    /// Whether the request has the tag of a compressed representation.
    static boolean holdsCompressed(MultiMap request) {
        return request.getAll("If-None-Match").stream().anyMatch(tags -> tags.contains(SUFFIX));
    }

    /// Removes the suffix from the tags of a request and joins them: a list may be sent in several
    /// headers (RFC 9110, 5.3).
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
