package dev.steward.platform.web.conditional;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.PreconditionRequired;
import dev.steward.platform.web.problem.StaleVersion;
import dev.steward.platform.web.problem.Unreadable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The caller's `If-Match`: the versions it would change, or `*` for whatever is there. Only the
/// version before the dash of an ETag is compared, so `"7"` will do. As RFC 9110 has it, a weak tag
/// and one of somebody else match nothing.
///
/// @param versions null for `*`
public record IfMatch(@Nullable Set<Long> versions) {

    /// `*`
    public static final IfMatch ANYTHING = new IfMatch(null);

    /// JAX-RS calls this for a `@HeaderParam`.
    public static IfMatch fromString(String header) {
        if (header.strip().equals("*")) {
            return IfMatch.ANYTHING;
        }
        return new IfMatch(
                EntityTag.list(header).orElseThrow(IfMatch::unreadable).stream()
                        .filter(tag -> !tag.weak())
                        .map(EntityTag::version)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Unreadable unreadable() {
        return new Unreadable(
                "unreadable-request",
                "If-Match is an ETag, a list of them, or *.",
                List.of(
                        FieldError.parameter(
                                "If-Match", "unreadable", "Not an ETag, a list of them, or *.")));
    }

    /// 428 when the header is absent.
    public static IfMatch required(@Nullable IfMatch header) {
        if (header == null) {
            throw new PreconditionRequired();
        }
        return header;
    }

    /// Where the status of the resource already decides whether the change is allowed.
    public static IfMatch optional(@Nullable IfMatch header) {
        return header == null ? ANYTHING : header;
    }

    /// 412 when somebody changed the resource since the caller read it. Call it under the row's
    /// lock.
    public void check(long current) {
        if (versions != null && !versions.contains(current)) {
            throw new StaleVersion(current);
        }
    }

    /// Runs the change; a 412 shows the current representation.
    public <T> T guarding(Supplier<T> change, Supplier<?> current) {
        try {
            return change.get();
        } catch (StaleVersion stale) {
            throw stale.isOfMissing() ? stale : stale.showing(current.get());
        }
    }
}
