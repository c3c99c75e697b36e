/// How work goes on: what people say of it, and what follows from what happens to its item. Both
/// change the work and the ledger of its sprint together.
@NullMarked
package dev.steward.sprint.progress;

import org.jspecify.annotations.NullMarked;
