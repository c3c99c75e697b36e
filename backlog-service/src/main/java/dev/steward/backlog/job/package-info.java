/// Work on a whole product that takes longer than a request may: accepted with 202 and done step by
/// step. Each step is one transaction, so when a worker dies the job continues after its last step.
@NullMarked
package dev.steward.backlog.job;

import org.jspecify.annotations.NullMarked;
