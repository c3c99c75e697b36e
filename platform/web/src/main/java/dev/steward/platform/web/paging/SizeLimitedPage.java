package dev.steward.platform.web.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A page of rows that may be long each: read in steps, so that neither the answer nor what is held
/// of the database at a time passes a bound. A page may end before its `limit`, with `next`.
///
/// @param read the rows behind a cursor (null for the first), so many at most
/// @param size of a row in bytes; [#bytes] counts those of its texts
/// @param cursor the cursor behind a row
/// @param first rows of the first step, when it is not known yet how long they are: so many that
///   all of them may be as long as can be
public record SizeLimitedPage<T>(
        Reading<T> read, ToLongFunction<T> size, Function<T, String> cursor, int first) {

    /// Bytes of a page. One row alone may be longer.
    static final long MOST = 1024 * 1024;

    private static final int FIRST = 10;

    @FunctionalInterface
    public interface Reading<T> {
        List<T> rows(@Nullable String behind, int most);
    }

    public SizeLimitedPage(Reading<T> read, ToLongFunction<T> size, Function<T, String> cursor) {
        this(read, size, cursor, FIRST);
    }

    public Page<T> page(PageQuery asked) {
        return page(asked.cursor, asked.limit);
    }

    public Page<T> page(@Nullable String behind, int limit) {
        List<T> rows = new ArrayList<>();
        var bytes = 0L;
        var place = behind;
        var step = first;
        while (true) {
            var wanted = Math.min(step, limit - rows.size()) + 1;
            var found = read.rows(place, wanted);
            // The one too many tells that there is more.
            for (var row : found.subList(0, Math.min(found.size(), wanted - 1))) {
                bytes += size.applyAsLong(row);
                if (bytes > MOST && !rows.isEmpty()) {
                    return endingAt(rows, limit);
                }
                rows.add(row);
            }
            if (found.size() < wanted) {
                return new Page<>(rows, new Page.Info(limit, null, null));
            }
            if (rows.size() == limit) {
                return endingAt(rows, limit);
            }
            place = cursor.apply(rows.getLast());
            step = (int) Math.clamp((MOST - bytes) * rows.size() / Math.max(1, bytes), 1, 500);
        }
    }

    private Page<T> endingAt(List<T> rows, int limit) {
        return new Page<>(rows, new Page.Info(limit, cursor.apply(rows.getLast()), null));
    }

    /// The bytes of texts in an answer.
    public static long bytes(@Nullable String... texts) {
        var bytes = 0L;
        for (var text : texts) {
            bytes += text == null ? 0 : ofText(text);
        }
        return bytes;
    }

    private static long ofText(String text) {
        var bytes = 0L;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            // Half of a pair is written as an escape.
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 6 : 3;
        }
        return bytes;
    }
}
