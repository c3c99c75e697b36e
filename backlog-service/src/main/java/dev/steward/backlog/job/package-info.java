/// Work on a whole product that takes longer than a request may: accepted with 202, done step by
/// step, each step one transaction, so that whoever dies leaves a job at its last step, and free.
@NullMarked
package dev.steward.backlog.job;

import org.jspecify.annotations.NullMarked;
