/// How feedback comes in: one entry or a batch, idempotent by (source, external id), votes inside.
@NullMarked
package dev.steward.feedback.intake;

import org.jspecify.annotations.NullMarked;
