/// Submitting feedback: one entry or a batch, idempotent by source and external id, with votes
/// inside.
@NullMarked
package dev.steward.feedback.intake;

import org.jspecify.annotations.NullMarked;
