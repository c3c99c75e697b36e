package dev.steward.platform.web.paging;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a keyset page ended: the sort keys of its last row, tied to the query that it belongs to.
/// Opaque to clients; a cursor of another query or one that cannot be read is a 400.
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /// @param query everything that decides the list (path, filters, sort), so that a cursor is not
    ///   used for another one
    public static String encode(String query, List<String> keys) {
        var text = Integer.toHexString(query.hashCode()) + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @return the keys, or null when there is no cursor: the first page
    public static @Nullable List<String> decode(String query, @Nullable String cursor, int keys) {
        if (cursor == null) {
            return null;
        }
        var parts = parts(cursor);
        if (parts.size() != keys + 1
                || !parts.getFirst().equals(Integer.toHexString(query.hashCode()))) {
            throw unreadable();
        }
        return parts.subList(1, parts.size());
    }

    /// A key that must have a form, for example a number; a forged one is unreadable, not a fault.
    public static <T> T key(String value, java.util.function.Function<String, T> form) {
        try {
            return form.apply(value);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static List<String> parts(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            // PostgreSQL takes no NUL in a text.
            if (text.indexOf('\0') >= 0) {
                throw unreadable();
            }
            return Arrays.asList(text.split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Unreadable unreadable() {
        return new Unreadable(
                "unreadable-request",
                "The cursor cannot be read, or belongs to another list. Start again without it.",
                List.of(
                        FieldError.parameter(
                                "cursor", "unreadable", "Not a cursor of this list.")));
    }
}
