package dev.steward.backlog.item.list;

import java.util.List;
import java.util.UUID;

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
}
