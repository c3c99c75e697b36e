/// How a score was computed, as the caller may see it.
@NullMarked
package dev.steward.backlog.scoring.explanation;

import org.jspecify.annotations.NullMarked;
