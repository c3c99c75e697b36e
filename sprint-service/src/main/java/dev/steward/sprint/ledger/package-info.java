/// The ledger of a sprint: every change of its scope and its work as an append-only entry. The
/// burndown is computed from it.
@NullMarked
package dev.steward.sprint.ledger;

import org.jspecify.annotations.NullMarked;
