/// A sprint of a team: planned, started with its forecast recorded, and closed or cancelled for
/// good. A change of the items in a sprint, or of the work on them, takes locks in this order: rows
/// of items (shared, by id), rows of sprints (by id), rows of work (by item id). So changes of a
/// sprint follow one another, and the entries of its ledger have one order.
@NullMarked
package dev.steward.sprint.sprint;

import org.jspecify.annotations.NullMarked;
