/// Moving items: a request names neighbours, and only the moved items get new ranks. When there is
/// no rank left between two items, the ranks around them are spread. A new item gets its first rank
/// here too.
@NullMarked
package dev.steward.backlog.order.move;

import org.jspecify.annotations.NullMarked;
