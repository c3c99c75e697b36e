package dev.steward.backlog.item.list;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/// One page of an item list as requested.
///
/// @param behind sort values of the last row of the page before; empty for the first page
record ItemListing(
        UUID productId,
        ItemFilter filter,
        ItemSort sort,
        List<Object> behind,
        boolean withDescription) {

    ItemListing continuingAfter(ItemRow row) {
        return new ItemListing(productId, filter, sort, sort.keysOf(row), withDescription);
    }

    /// Binds `:product` and the values of the filter.
    Query bindFilter(Query query) {
        return filter.bind(query.bind("product", productId));
    }

    /// Binds `:key1`, `:key2` of the page's beginning.
    Query bindKeys(Query query) {
        for (var i = 0; i < behind.size(); i++) {
            query.bind("key" + (i + 1), behind.get(i));
        }
        return query;
    }
}
