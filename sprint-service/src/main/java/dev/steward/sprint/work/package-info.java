/// Work on an item: who does it and how far it is, in a sprint or outside one. It decides alone;
/// what it means for a sprint's figures is the ledger's.
@NullMarked
package dev.steward.sprint.work;

import org.jspecify.annotations.NullMarked;
