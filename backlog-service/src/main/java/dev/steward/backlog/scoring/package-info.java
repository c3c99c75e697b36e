/// Scores of items by the product's model, with an explanation. A score never moves an item; people
/// decide about the order.
@NullMarked
package dev.steward.backlog.scoring;

import org.jspecify.annotations.NullMarked;
