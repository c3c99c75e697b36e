/// Changes of work: those that people make, and those that follow from events of the item. Both
/// change the work and the ledger of its sprint in one transaction.
@NullMarked
package dev.steward.sprint.progress;

import org.jspecify.annotations.NullMarked;
