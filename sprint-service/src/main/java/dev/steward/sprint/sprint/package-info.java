/// A sprint of a team: planned, started with a snapshot, worked in, and ended once and for all.
/// Whoever changes what is in it, or how far that is, holds locks in this order: the items' rows
/// (shared, by id), the sprints' (by id), the rows of the work (by item id). So one change follows
/// the other, and the entries of a ledger have one order.
@NullMarked
package dev.steward.sprint.sprint;

import org.jspecify.annotations.NullMarked;
