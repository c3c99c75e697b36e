/// Ranks: texts that compare as bytes, with always one more between two of them as long as they are
/// short. The order of a product is nothing but the ranks of its items.
@NullMarked
package dev.steward.backlog.order.rank;

import org.jspecify.annotations.NullMarked;
