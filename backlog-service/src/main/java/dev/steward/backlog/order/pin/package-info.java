/// Pins: exceptions from the order by score, with a reason and perhaps a last day. A pin moves
/// nothing by itself; proposals keep it.
@NullMarked
package dev.steward.backlog.order.pin;

import org.jspecify.annotations.NullMarked;
