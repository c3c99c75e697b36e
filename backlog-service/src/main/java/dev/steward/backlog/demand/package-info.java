/// What the backlog knows of demand, and nothing more: how much customers and people ask for an
/// item, as feedback-service last said, and how that fades from day to day.
@NullMarked
package dev.steward.backlog.demand;

import org.jspecify.annotations.NullMarked;
