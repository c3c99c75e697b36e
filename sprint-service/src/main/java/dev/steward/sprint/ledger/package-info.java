/// The ledger of a sprint: what happened to its scope and its work, entry by entry, never
/// rewritten. Every figure of a sprint comes from here.
@NullMarked
package dev.steward.sprint.ledger;

import org.jspecify.annotations.NullMarked;
