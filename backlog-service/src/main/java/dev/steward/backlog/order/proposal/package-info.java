/// The order that the scores propose: computed from the present order and the pins, compared with
/// the present order as a smallest set of moves, and applied at once or, for a large backlog, by a
/// job.
@NullMarked
package dev.steward.backlog.order.proposal;

import org.jspecify.annotations.NullMarked;
