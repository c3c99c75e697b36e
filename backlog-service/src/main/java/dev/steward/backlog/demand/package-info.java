/// The demand of customers for items, as received from feedback-service, and how it fades from day
/// to day.
@NullMarked
package dev.steward.backlog.demand;

import org.jspecify.annotations.NullMarked;
