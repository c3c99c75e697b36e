/// The work on an item: assignee and status, in a sprint or outside one. What a change means for
/// the figures of a sprint is recorded in the ledger.
@NullMarked
package dev.steward.sprint.work;

import org.jspecify.annotations.NullMarked;
