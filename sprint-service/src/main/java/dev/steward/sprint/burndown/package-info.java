/// The burndown of a sprint, from its ledger: what remained at the end of each day, and what moved
/// it.
@NullMarked
package dev.steward.sprint.burndown;

import org.jspecify.annotations.NullMarked;
