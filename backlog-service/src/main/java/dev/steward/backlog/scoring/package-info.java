/// Scores: the advice that a product's model gives on each item, and why. A score never moves an
/// item; the order is people's.
@NullMarked
package dev.steward.backlog.scoring;

import org.jspecify.annotations.NullMarked;
