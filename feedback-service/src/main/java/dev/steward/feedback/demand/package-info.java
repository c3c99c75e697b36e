/// How much each item is asked for: the formula, and its result kept in the transaction that
/// changes it.
@NullMarked
package dev.steward.feedback.demand;

import org.jspecify.annotations.NullMarked;
