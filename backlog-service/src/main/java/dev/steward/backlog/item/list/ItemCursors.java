package dev.steward.backlog.item.list;

import dev.steward.platform.web.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Cursors of item lists. They hold the sort values of the last row, so that no item is skipped
/// when that row moves between two requests. Scores are encrypted: some callers may see them only
/// rounded.
@ApplicationScoped
class ItemCursors {

    private final EncryptedValues sealed;

    ItemCursors(EncryptedValues sealed) {
        this.sealed = sealed;
    }

    /// @param query everything that defines the list
    String behind(ItemRow last, ItemSort sort, String query) {
        return Cursor.encode(query, sort.keys().stream().map(key -> write(key, last)).toList());
    }

    /// @return empty for the first page
    List<Object> read(@Nullable String cursor, ItemSort sort, String query) {
        var keys = sort.keys();
        var texts = Cursor.decode(query, cursor, keys.size());
        return texts == null
                ? List.of()
                : IntStream.range(0, keys.size())
                        .mapToObj(i -> read(keys.get(i), texts.get(i)))
                        .toList();
    }

    private String write(SortKey key, ItemRow row) {
        var text = key.write(row);
        return key.isConfidential() ? sealed.encrypt(text) : text;
    }

    private Object read(SortKey key, String text) {
        return key.read(key.isConfidential() ? Cursor.key(text, sealed::open) : text);
    }
}
