package dev.steward.backlog.item.list;

import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.SizeLimitedPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the items of a filtered list in bounded time. When few items pass one of the filters, they
/// are found by its index and sorted. Otherwise the list is read in its order, up to a limit: then
/// a page can end early, with `next`.
@ApplicationScoped
class ItemSearch {

    static final int FEW = 3_000;
    static final int MAX_ROWS_READ = 10_000;

    /// Usually enough to fill a page.
    private static final int ROWS_READ_FIRST = 1_000;

    private final FilteredItemQuery filteredItems;

    ItemSearch(FilteredItemQuery filteredItems) {
        this.filteredItems = filteredItems;
    }

    /// @param stop last row that was read when there may be more behind it; null when the rows are
    ///   all there are, or as many as requested
    record Found(List<ItemRow> rows, @Nullable ItemRow stop) {

        Page<ItemRow> page(int limit, Function<ItemRow, String> cursor) {
            var page = Page.of(rows, limit, cursor);
            return stop == null ? page : endingAt(page, cursor.apply(stop));
        }
    }

    @Transactional
    Found find(ItemListing listing, int limit) {
        filteredItems.readOnlyByIndexes();
        return filteredItems
                .mostSelective(listing, FEW)
                .map(few -> new Found(filteredItems.among(listing, few, FEW, limit), null))
                .orElseGet(() -> lookThrough(listing, limit));
    }

    private Found lookThrough(ItemListing listing, int limit) {
        List<ItemRow> rows = new ArrayList<>();
        var place = listing;
        var most = ROWS_READ_FIRST;
        for (var left = MAX_ROWS_READ; ; left -= most, most = Math.min(left, 4 * most)) {
            rows.addAll(filteredItems.amongNext(place, most, limit - rows.size()));
            var last = rows.size() < limit ? filteredItems.lastOfNext(place, most) : null;
            if (last == null || left <= most) {
                return new Found(rows, last);
            }
            place = place.continuingAfter(last);
        }
    }

    /// The same page with descriptions, shortened when they are too long together.
    Page<ItemRow> withDescriptions(Page<ItemRow> page, Function<ItemRow, String> cursor) {
        List<UUID> ids = page.items().stream().map(ItemRow::id).toList();
        SizeLimitedPage.Reading<ItemRow> read =
                (behind, most) -> {
                    var from = behind == null ? 0 : Integer.parseInt(behind) + 1;
                    return filteredItems.withDescriptions(
                            page.items().subList(from, Math.min(from + most, ids.size())));
                };
        var described =
                new SizeLimitedPage<>(
                                read, ItemRow::bytes, row -> String.valueOf(ids.indexOf(row.id())))
                        .page(null, ids.size());
        var next =
                described.page().next() == null
                        ? page.page().next()
                        : cursor.apply(described.items().getLast());
        return new Page<>(described.items(), new Page.Info(page.page().limit(), next, null));
    }

    private static Page<ItemRow> endingAt(Page<ItemRow> page, String next) {
        return new Page<>(page.items(), new Page.Info(page.page().limit(), next, null));
    }
}
