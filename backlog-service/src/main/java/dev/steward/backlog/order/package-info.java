/// The order of the backlog, decided by people. A move names neighbours and changes only the ranks
/// of the moved items; `orderVersion` tells whether the order is still the one that the caller has
/// seen.
@NullMarked
package dev.steward.backlog.order;

import org.jspecify.annotations.NullMarked;
