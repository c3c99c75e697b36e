/// Promotions: feedback-service requests an item for a feedback, and chooses its id.
@NullMarked
package dev.steward.backlog.promotion;

import org.jspecify.annotations.NullMarked;
