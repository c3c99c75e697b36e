package dev.steward.platform.web.conditional;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The caller's `If-None-Match`: the representations that it holds, or `*` for any. The comparison
/// is the weak one of RFC 9110; a header that is none is no condition.
public final class IfNoneMatch {

    private IfNoneMatch() {}

    /// Whether the caller holds the representation of this ETag.
    public static boolean holds(@Nullable String header, String etag) {
        if (header == null) {
            return false;
        }
        if (header.strip().equals("*")) {
            return true;
        }
        var current = EntityTag.list(etag).orElse(List.of());
        return EntityTag.list(header).orElse(List.of()).stream()
                .anyMatch(held ->
                        current.stream().anyMatch(tag -> tag.opaque().equals(held.opaque())));
    }

    /// Whether it is `*`: only what does not exist yet may be written.
    public static boolean isAny(@Nullable String header) {
        return header != null && header.strip().equals("*");
    }
}
