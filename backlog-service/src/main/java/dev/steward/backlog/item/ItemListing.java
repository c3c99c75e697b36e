package dev.steward.backlog.item;

import java.util.List;
import java.util.UUID;

/// A list of a product's items, as somebody asks for it.
///
/// @param behind the sort keys of the row before the page; empty for the first page
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
