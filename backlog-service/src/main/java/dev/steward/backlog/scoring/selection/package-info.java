/// Choosing the scoring model of a product. All scores change at once: in the request, or for a
/// large backlog by a job.
@NullMarked
package dev.steward.backlog.scoring.selection;

import org.jspecify.annotations.NullMarked;
