/// One item in full, with its rank, score, goal and work, as the caller may see it.
@NullMarked
package dev.steward.backlog.item.details;

import org.jspecify.annotations.NullMarked;
