/// Items of the product backlog: their text, estimate, value inputs and status. Their place in the
/// order and their scores ([ItemScoring]) are features of their own.
@NullMarked
package dev.steward.backlog.item;

import org.jspecify.annotations.NullMarked;
