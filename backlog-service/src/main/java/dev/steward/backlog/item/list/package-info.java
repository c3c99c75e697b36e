/// Lists of the items of a product: filtered, sorted, searched, one page at a time.
@NullMarked
package dev.steward.backlog.item.list;

import org.jspecify.annotations.NullMarked;
