package dev.steward.platform.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The caller's `If-Match`: the version it last read, or `*` for whatever is there. Only the
/// version before the dash of an ETag is compared, so `"7"` will do.
///
/// @param version null for `*`
public record IfMatch(@Nullable Long version) {

    private static final Pattern FORM =
            Pattern.compile("(?:W/)?\"?(\\d{1,18})(?:-[0-9a-f]{1,32})?\"?");

    /// JAX-RS calls this for a `@HeaderParam`.
    public static IfMatch fromString(String header) {
        if (header.strip().equals("*")) {
            return new IfMatch(null);
        }
        var match = FORM.matcher(header.strip());
        if (!match.matches()) {
            throw new Unreadable(
                    "unreadable-request",
                    "If-Match is the ETag of one representation, or *.",
                    List.of(
                            FieldError.parameter(
                                    "If-Match", "unreadable", "Not an ETag of this API.")));
        }
        return new IfMatch(Long.valueOf(match.group(1)));
    }

    /// 428 when the header is absent.
    public static IfMatch required(@Nullable IfMatch header) {
        if (header == null) {
            throw new Missing();
        }
        return header;
    }

    /// 412 when somebody changed the resource since the caller read it. Call it under the row's
    /// lock.
    public void check(long current) {
        if (version != null && version != current) {
            throw new StaleVersion(current);
        }
    }

    /// Runs the change; a 412 shows the current representation.
    public <T> T guarding(Supplier<T> change, Supplier<?> current) {
        try {
            return change.get();
        } catch (StaleVersion stale) {
            throw stale.showing(current.get());
        }
    }
}
