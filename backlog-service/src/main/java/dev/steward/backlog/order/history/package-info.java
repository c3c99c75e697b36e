/// The history of the order: who moved what, when and why, read from the events.
@NullMarked
package dev.steward.backlog.order.history;

import org.jspecify.annotations.NullMarked;
