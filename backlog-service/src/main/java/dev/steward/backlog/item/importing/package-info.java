/// Items as another tool exported them: created and updated in batches, by the same rules as single
/// ones, or only previewed.
@NullMarked
package dev.steward.backlog.item.importing;

import org.jspecify.annotations.NullMarked;
