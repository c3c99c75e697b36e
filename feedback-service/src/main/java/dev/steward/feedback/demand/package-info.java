/// The demand for items: its formula, and its value stored in the transaction that changes it.
@NullMarked
package dev.steward.feedback.demand;

import org.jspecify.annotations.NullMarked;
